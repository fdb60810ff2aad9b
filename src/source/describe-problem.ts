import type { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';
import type { Fix } from './finding.ts';

/** What zod has to say about a value. */
export type Problem = z.core.$ZodIssue;

/** What a schema's own check may say besides its message, in zod's `params`. */
export interface FaultWords {
  readonly rule?: string;
  /** The message stands on its own, instead of continuing the field's name. */
  readonly isSentence?: true;
  readonly hint?: string;
  /** What was plainly meant: `check --fix` writes it. */
  readonly fix?: Fix;
}

interface Words extends FaultWords {
  readonly message: string;
}

interface Found {
  readonly value: unknown;
  /** How it is spelled, when it is no text. */
  readonly written?: string;
  /** Those that a group of keys may have in its place. */
  readonly keys: readonly string[];
}

/** What is wrong with a value, and what to write instead. */
export function describeProblem(problem: Problem, found: Found): Words {
  if (problem.code === 'custom') return { ...problem.params, message: problem.message };
  if (!/^(Invalid|Too (small|big))/.test(problem.message)) return withHint(problem.message);
  switch (problem.code) {
    case 'invalid_type':
      return (
        meantBoolean(problem.expected, found) ??
        meantNumber(problem.expected, found) ??
        wrongKind([problem.expected], found)
      );
    case 'invalid_value':
      return oneOf(problem.values.map(String), found);
    case 'too_small':
      return tooSmall(problem);
    case 'too_big':
      return { message: `must be at most ${problem.maximum}`, hint: `write ${problem.maximum} or less` };
    case 'invalid_union':
      return wrongKind(problem.errors.flatMap(expectedKinds), found);
    default:
      return { message: 'cannot be read' };
  }
}

/** An empty text, an empty list, or a low number. */
function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Words {
  if (origin === 'string') return withHint('has no text');
  return origin === 'array'
    ? { message: 'must have at least one entry', hint: 'write one, or take the line out' }
    : { message: `must be at least ${minimum}`, hint: `write ${minimum} or more` };
}

/** What to do about a fault that a schema has words for and no remedy. */
function withHint(message: string): Words {
  const hint = remedies.get(message);
  return { message, ...(hint === undefined ? {} : { hint }) };
}

const remedies: ReadonlyMap<string, string> = new Map([
  ['has no text', 'write one, or take the line out'],
  [
    'must be one line without control characters',
    'write it on one line, and nothing in it that cannot be seen',
  ],
]);

function oneOf(values: readonly string[], { value }: Found): Words {
  const meant = typeof value === 'string' ? didYouMean(value, values) : undefined;
  return {
    message: `must be one of ${values.join(', ')}`,
    hint: meant === undefined ? `write one of ${values.join(', ')}` : `did you mean ${meant}?`,
  };
}

const booleanWords: Readonly<Record<string, 'true' | 'false'>> = {
  ...({ yes: 'true', y: 'true', on: 'true', true: 'true' } as const),
  ...({ no: 'false', n: 'false', off: 'false', false: 'false' } as const),
};

/** A word of YAML 1.1, or one in quotation marks. */
function meantBoolean(expected: string, { value }: Found): Words | undefined {
  const word = expected === 'boolean' && typeof value === 'string' ? value.toLowerCase() : '';
  const meant = Object.hasOwn(booleanWords, word) ? booleanWords[word] : undefined;
  return meant === undefined
    ? undefined
    : { message: 'must be true or false', hint: `write ${meant}, without quotes` };
}

/** `180k`, `$180,000`, `180.000 €`, or digits in quotation marks. */
const figure = /^[^\d-]{0,4}(\d{1,3}(?:[ ,.'’]\d{3})+|\d{1,12})(k?)\D{0,4}$/i;

function meantNumber(expected: string, { value }: Found): Words | undefined {
  const kind = expected === 'number' || expected === 'int' ? kinds[expected] : undefined;
  const [, digits, thousands] = (typeof value === 'string' && figure.exec(value)) || [];
  if (kind === undefined || digits === undefined) return undefined;
  const meant = `${digits.replaceAll(/\D/g, '')}${thousands === '' ? '' : '000'}`;
  return { message: `must be ${kind.name}`, hint: `write ${meant}, without quotes or signs` };
}

interface Kind {
  readonly name: string;
  readonly hint?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  string: { name: 'text' },
  number: { name: 'a number', hint: 'write digits, without quotes' },
  int: { name: 'a whole number', hint: 'write digits, without quotes' },
  boolean: { name: 'true or false', hint: 'write one of the two, without quotes' },
  array: { name: 'a list', hint: 'write it in brackets: [one, two]' },
  object: { name: 'a group of keys' },
};

/** A value of none of the kinds that its field takes: that is one for most, and two for `pay` and `location`. */
function wrongKind(expected: readonly string[], { written, keys }: Found): Words {
  const quoted = written === undefined ? {} : { hint: `put it into quotes: "${written}"` };
  const taken = Array.from(new Set(expected), (kind): Kind => {
    const known = kinds[kind] ?? { name: kind };
    if (kind === 'object') return { ...known, hint: `write {${keys.map((key) => `${key}: …`).join(', ')}}` };
    return kind === 'string' ? { ...known, ...quoted } : known;
  });
  const hints = taken.flatMap(({ hint }) => hint ?? []);
  return {
    message: `must be ${taken.map(({ name }) => name).join(' or ')}`,
    ...(hints.length === 0 ? {} : { hint: hints.join(', or ') }),
  };
}

/** The kinds of value that a member of a union takes. */
function expectedKinds(problems: readonly Problem[]): string[] {
  return problems.flatMap((problem) =>
    problem.code === 'invalid_type' && problem.path.length === 0 ? [problem.expected] : [],
  );
}

/** The member of a union that the author plainly meant: the one that takes this kind of value. */
export function meantBranch(branches: readonly (readonly Problem[])[]): readonly Problem[] | undefined {
  const isOtherKind = ({ path, code }: Problem): boolean => path.length === 0 && code === 'invalid_type';
  return branches.find((problems) => problems.length > 0 && !problems.some(isOtherKind));
}
