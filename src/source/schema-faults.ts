import { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';
import type { Fault } from './fault.ts';
import type { Fix } from './finding.ts';
import type { FieldPlaces, Place } from './place.ts';

/** What the faults are about. */
export interface SchemaSubject {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly places: FieldPlaces;
  /** Where to point when something is missing as a whole. */
  readonly section: Place;
}

/** What a schema's own check may say besides its message, in zod's `params`. */
export interface FaultWords {
  readonly rule?: string;
  /** Stands for the whole message, instead of continuing the field's name. */
  readonly sentence?: string;
  readonly hint?: string;
  /** What was plainly meant: `check --fix` writes it. */
  readonly fix?: Fix;
}

/**
 * One fault for each problem that zod found, at its place: of the value, of the key when the key is unknown, of the
 * section when something is missing. A message of a schema's own is taken to continue “apply …”: “is not a link”.
 */
export function findSchemaFaults(error: z.ZodError, subject: SchemaSubject): Fault[] {
  return error.issues.flatMap((issue) => describeIssue(issue, subject));
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, subject: SchemaSubject): Fault[] {
  const path = issue.path.map(String);
  const meant = issue.code === 'invalid_union' ? meantBranch(issue.errors) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, subject),
    );
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], subject));
  const found = valueAt(subject.value, path);
  if (found === undefined) return [missing(path, subject)];
  const place = subject.places.get(path.join('.'))?.value ?? subject.section;
  const name = path.filter((part) => !/^\d+$/.test(part)).join('.');
  if (found === null) {
    return [
      fault(place, {
        rule: 'schema/missing',
        message: `${name} has no value`,
        hint: `write one behind ${name}: or take the line out`,
      }),
    ];
  }
  const { rule = 'schema/type', sentence, message, hint, fix } = wordsOf(issue, found);
  return [
    fault(place, {
      rule,
      message: sentence ?? `${name} ${message}`,
      ...(hint === undefined ? {} : { hint }),
      ...(fix === undefined ? {} : { fix }),
    }),
  ];
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

function missing(path: readonly string[], { places, section }: SchemaSubject): Fault {
  const parent = places.get(path.slice(0, -1).join('.'));
  const name = path.join('.');
  return fault(parent?.key ?? parent?.value ?? section, {
    rule: 'schema/missing',
    message: `${name} is missing`,
    hint: `add ${path.at(-1)}: …`,
  });
}

interface Words extends FaultWords {
  readonly message: string;
}

function wordsOf(issue: Issue, found: unknown): Words {
  if (issue.code === 'custom') return { ...issue.params, message: issue.message };
  if (!/^(Invalid|Too (small|big))/.test(issue.message)) return { message: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, found);
    case 'invalid_value':
      return oneOf(issue.values.map(String), found);
    case 'too_small':
      return { message: `must be at least ${issue.minimum}` };
    case 'too_big':
      return { message: `must be at most ${issue.maximum}` };
    case 'invalid_union':
      return noneOf(issue.errors, found);
    default:
      return { message: 'cannot be read' };
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

function wrongType(expected: string, found: unknown): Words {
  const kind = kinds[expected] ?? expected;
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  if (expected === 'string' && isPlain)
    return { message: 'must be text', hint: `put it into quotes: "${found}"` };
  if (expected === 'array') return { message: 'must be a list', hint: 'write it in brackets: [one, two]' };
  if (/^(number|int)$/.test(expected))
    return { message: `must be ${kind}`, hint: 'write digits, without quotes' };
  return { message: `must be ${kind}` };
}

function oneOf(values: readonly string[], found: unknown): Words {
  const meant = typeof found === 'string' ? didYouMean(found, values) : undefined;
  return {
    message: `must be one of ${values.join(', ')}`,
    hint: meant === undefined ? `write one of ${values.join(', ')}` : `did you mean ${meant}?`,
  };
}

/** Where a value is of none of the kinds that there are: a number for `pay`, a list for `location`. */
function noneOf(branches: readonly (readonly Issue[])[], found: unknown): Words {
  const expected = branches.flatMap((issues) =>
    issues.flatMap((issue) =>
      issue.code === 'invalid_type' && issue.path.length === 0 ? [issue.expected] : [],
    ),
  );
  const names = [...new Set(expected.map((kind) => kinds[kind] ?? kind))];
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  return {
    message: `must be ${names.join(' or ')}`,
    hint: isPlain
      ? `put it into quotes, or write a group of keys in braces: {key: value}`
      : 'docs/issue-format.md shows how it is written',
  };
}

/** The member of a union that the author plainly meant: the one that takes this kind of value. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isOtherKind = ({ path, code }: Issue): boolean => path.length === 0 && code === 'invalid_type';
  return branches.find((issues) => issues.length > 0 && !issues.some(isOtherKind));
}

function knownKeys(schema: z.ZodType, path: readonly string[]): string[] {
  const inner = unwrap(schema);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodUnion)
    return inner.options.flatMap((option) => (isSchema(option) ? knownKeys(option, path) : []));
  if (inner instanceof z.ZodArray) return isSchema(inner.element) ? knownKeys(inner.element, rest) : [];
  if (!(inner instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(inner.shape);
  const next: unknown = inner.shape[step];
  return isSchema(next) ? knownKeys(next, rest) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodExactOptional)) return schema;
  const inner: unknown = schema.unwrap();
  return isSchema(inner) ? unwrap(inner) : schema;
}

function isSchema(value: unknown): value is z.ZodType {
  return value instanceof z.ZodType;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function fault(place: Place, words: { rule: string; message: string; hint?: string; fix?: Fix }): Fault {
  const { line, column, endLine, endColumn } = place;
  return { line, column, endLine, endColumn, severity: 'error', ...words };
}
