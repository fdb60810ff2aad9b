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
  const located = error.issues.flatMap((problem) => locate(problem, subject));
  const gaps = located.filter((found) => 'missing' in found);
  const groups = Map.groupBy(gaps, groupOf);
  return located.flatMap((found) => {
    if (!('missing' in found)) return [found];
    const group = groups.get(groupOf(found)) ?? [];
    return group[0] === found ? sayMissing(group, subject) : [];
  });
}

/** A key that is not there, by its path. */
interface Gap {
  readonly missing: readonly string[];
}

function groupOf({ missing: path }: Gap): string {
  return path.slice(0, -1).join('.');
}

/** What one group of keys lacks is one thing to say: `pay` without its end, its currency and its period. */
function sayMissing(gaps: readonly Gap[], subject: SchemaSubject): Fault[] {
  const paths = gaps.map(({ missing: path }) => path);
  return paths.some(({ length }) => length === 1)
    ? paths.map((path) => missing([path], subject))
    : [missing(paths, subject)];
}

function locate(problem: Problem, subject: SchemaSubject): (Fault | Gap)[] {
  const path = problem.path.map(String);
  const meant = problem.code === 'invalid_union' ? meantBranch(problem.errors) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((inner) => locate({ ...inner, path: [...problem.path, ...inner.path] }, subject));
  }
  if (problem.code === 'unrecognized_keys')
    return problem.keys.map((key) => unknownKey([...path, key], subject));
  const found = valueAt(subject.value, path);
  if (found === undefined) return [{ missing: path }];
  const { value: place, ...spelling } = subject.places.get(path.join('.')) ?? { value: subject.section };
  if (found === null) return [fault(place, withoutValue(path))];
  const words = describeProblem(problem, {
    ...spelling,
    value: found,
    keys: knownKeys(subject.schema, path),
  });
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
    hint: isIndex(key)
      ? 'write one, or take the entry out'
      : `write one behind ${key}:, in quotes if it starts with #, or take the line out`,
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

/** @param paths of keys of one group, at least one */
function missing(paths: readonly (readonly string[])[], { schema, places, section }: SchemaSubject): Fault {
  const group = paths[0]?.slice(0, -1) ?? [];
  const parent = places.get(group.join('.'));
  const names = paths.map(nameOf);
  const last = names.pop() ?? '';
  const lines = paths.map((path) => `${path.at(-1)}: ${exampleFor(schemasAt(schema, path))}`);
  return fault(parent?.key ?? parent?.value ?? section, {
    rule: 'schema/missing',
    message: names.length === 0 ? `${last} is missing` : `${names.join(', ')} and ${last} are missing`,
    hint: `add ${lines.join(', ')}`,
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
