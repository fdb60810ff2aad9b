import type { Subscriber } from '../subscriber.ts';
import { fold } from './fold.ts';
import type { Segment, Sign, Subject } from './segment.ts';

/**
 * Whether a person belongs to a segment. Texts are the same in any case. A field that somebody does not have is not equal
 * to anything, and neither before nor after it; days are days in UTC.
 */
export function isInSegment(segment: Segment, subscriber: Subscriber): boolean {
  switch (segment.kind) {
    case 'and':
      return isInSegment(segment.left, subscriber) && isInSegment(segment.right, subscriber);
    case 'or':
      return isInSegment(segment.left, subscriber) || isInSegment(segment.right, subscriber);
    case 'not':
      return !isInSegment(segment.of, subscriber);
    case 'tag':
      return subscriber.tags.some((tag) => fold(tag) === fold(segment.tag));
    case 'has':
      return fieldOf(subscriber, segment.field) !== undefined;
    case 'compare':
      return compare(answerOf(subscriber, segment.subject), segment.sign, segment.value);
  }
}

function answerOf(subscriber: Subscriber, subject: Subject): string | undefined {
  if ('field' in subject) return fieldOf(subscriber, subject.field);
  switch (subject.property) {
    case 'joined':
      return subscriber.joinedAt.slice(0, 10);
    case 'source':
      return subscriber.consent.source;
    case 'status':
    case 'name':
    case 'address':
      return subscriber[subject.property];
  }
}

/** A field is found in any case, too, where none is written exactly so. */
function fieldOf({ fields }: Subscriber, name: string): string | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  return Object.entries(fields).find(([field]) => fold(field) === fold(name))?.[1];
}

function compare(value: string | undefined, sign: Sign, wanted: string): boolean {
  if (value === undefined) return sign === '!=';
  if (sign === '~') return fold(value).includes(fold(wanted));
  const order = orderOf(value, wanted);
  switch (sign) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Two numbers by size; anything else as text, which for days is by time. */
function orderOf(value: string, wanted: string): number {
  const [left, right] = [numberOf(value), numberOf(wanted)];
  if (left !== undefined && right !== undefined) return left < right ? -1 : left > right ? 1 : 0;
  const [first, second] = [fold(value), fold(wanted)];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** Whole ones as they are: a long one would be rounded. */
function numberOf(text: string): number | bigint | undefined {
  const written = text.trim();
  if (/^-?\d{1,100}$/.test(written)) return BigInt(written);
  return /^-?\d{1,100}\.\d{1,100}$/.test(written) ? Number(written) : undefined;
}
