import { z } from 'zod';
import { describeProblem, meantBranch, type Problem } from './describe-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Fault } from './fault.ts';
import type { FieldPlaces, Place } from './place.ts';
import { schemasAt } from './schemas-at.ts';

/** What the faults are about. */
export interface SchemaSubject {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly places: FieldPlaces;
  /** Where to point when something is missing as a whole. */
  readonly section: Place;
}

/**
 * One fault for each problem that zod found, at its place: of the value, of the key when the key is unknown, of the
 * section when something is missing. A message of a schema's own is taken to continue “apply …”: “is not a link”.
 */
export function findSchemaFaults(error: z.ZodError, subject: SchemaSubject): Fault[] {
  return joinMissing(error.issues.flatMap((problem) => locate(problem, subject)));
}

/** What one group of keys lacks is one thing to say: `pay` without its end, its currency and its period. */
function joinMissing(faults: readonly Fault[]): Fault[] {
  const groups = Map.groupBy(faults, ({ rule, message, line, column }) => {
    const [, group] = rule === 'schema/missing' ? (/^(.+)\.[^.]+ is missing$/.exec(message) ?? []) : [];
    return group === undefined ? undefined : `${group} ${line}:${column}`;
  });
  return faults.flatMap((found) => {
    const group = Array.from(groups).find(
      ([key, members]) => key !== undefined && members.includes(found),
    )?.[1];
    if (group === undefined || group.length === 1) return [found];
    if (group[0] !== found) return [];
    const names = group.map(({ message }) => message.replace(/ is missing$/, ''));
    const hints = group.map(({ hint = '' }) => hint.replace(/^add /, ''));
    return [
      {
        ...found,
        message: `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are missing`,
        hint: `add ${hints.join(', ')}`,
      },
    ];
  });
}

function locate(problem: Problem, subject: SchemaSubject): Fault[] {
  const path = problem.path.map(String);
  const meant = problem.code === 'invalid_union' ? meantBranch(problem.errors) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((inner) => locate({ ...inner, path: [...problem.path, ...inner.path] }, subject));
  }
  if (problem.code === 'unrecognized_keys')
    return problem.keys.map((key) => unknownKey([...path, key], subject));
  const found = valueAt(subject.value, path);
  if (found === undefined) return [missing(path, subject)];
  const { value: place, ...spelling } = subject.places.get(path.join('.')) ?? { value: subject.section };
  if (found === null) return [fault(place, withoutValue(path))];
  const words = describeProblem(problem, { ...spelling, value: found });
  const { rule = 'schema/type', message, isSentence, ...more } = words;
  return [fault(place, { rule, message: isSentence ? message : `${nameOf(path)} ${message}`, ...more })];
}

/** What a person calls a field: its keys, without the numbers of the entries among them. */
function nameOf(path: readonly string[]): string {
  return path.filter((step) => !isIndex(step)).join('.') || 'this entry';
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step);
}

function withoutValue(path: readonly string[]): FaultText {
  const key = path.at(-1) ?? '';
  return {
    rule: 'schema/missing',
    message: `${nameOf(path)} has no value`,
    hint: isIndex(key) ? 'write one, or take the entry out' : `write one behind ${key}: or take the line out`,
  };
}

/** A key that is taken already cannot be what was meant: then both would be there. */
function unknownKey(path: readonly string[], { schema, places, section }: SchemaSubject): Fault {
  const key = path.at(-1) ?? '';
  const known = knownKeys(schema, path.slice(0, -1));
  const meant = didYouMean(key, known);
  return fault(places.get(path.join('.'))?.key ?? section, {
    rule: 'schema/unknown-key',
    message: `“${key}” is not a key that belongs here`,
    hint: meant === undefined ? `the keys are ${known.join(', ')}` : `did you mean ${meant}?`,
    ...(meant === undefined || places.has([...path.slice(0, -1), meant].join('.'))
      ? {}
      : { fix: { from: key, to: meant } }),
  });
}

function missing(path: readonly string[], { schema, places, section }: SchemaSubject): Fault {
  const parent = places.get(path.slice(0, -1).join('.'));
  return fault(parent?.key ?? parent?.value ?? section, {
    rule: 'schema/missing',
    message: `${nameOf(path)} is missing`,
    hint: `add ${path.at(-1)}: ${exampleFor(schemasAt(schema, path))}`,
  });
}

/** What could stand behind a key; dots where any text could. */
function exampleFor([schema]: readonly z.ZodType[]): string {
  if (schema instanceof z.ZodEnum) return schema.options.join(' or ');
  if (!(schema instanceof z.ZodArray)) return '…';
  const { element } = schema;
  return element instanceof z.ZodEnum ? `[${element.options.join(', ')}], or one of these` : '[…]';
}

function knownKeys(schema: z.ZodType, path: readonly string[]): string[] {
  return schemasAt(schema, path).flatMap((inner) =>
    inner instanceof z.ZodObject ? Object.keys(inner.shape) : [],
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function fault(place: Place, words: FaultText): Fault {
  return { ...place, severity: 'error', ...words };
}

type FaultText = Pick<Fault, 'rule' | 'message' | 'hint' | 'fix'>;
