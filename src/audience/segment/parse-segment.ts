import { subscriberStatuses } from '../subscriber.ts';
import type { Segment, Sign, Subject } from './segment.ts';
import { SegmentError } from './segment-error.ts';
import { type Token, tokenizeSegment } from './tokenize-segment.ts';

/** More parentheses and nots within each other than anybody writes, and fewer than the stack holds. */
const deepest = 200;

/** More than anybody writes, too. */
const mostTokens = 4_000;

/**
 * Reads a segment such as `tag:hiring and not (field:city = "sf" or joined > 2026-01-01)`. `not` binds closest, then `and`,
 * then `or`; words are the same in any case.
 *
 * @throws SegmentError with the place
 */
export function parseSegment(text: string): Segment {
  const tokens = tokenizeSegment(text);
  const over = tokens[mostTokens];
  if (over !== undefined) throw fault(over, 'the segment is too long', 'give them a tag, and ask for that');
  return new Parser(tokens).parse();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Segment {
    const segment = this.#parseOr();
    const rest = this.#next();
    if (rest.kind === 'end') return segment;
    if (rest.kind === 'close') throw fault(rest, 'this ) closes nothing', 'leave it out, or open it with (');
    throw fault(
      rest,
      `“${rest.value}” stands behind a whole condition`,
      'write and, or between two conditions',
    );
  }

  #parseOr(): Segment {
    let left = this.#parseAnd();
    while (this.#take('or')) left = { kind: 'or', left, right: this.#parseAnd() };
    return left;
  }

  #parseAnd(): Segment {
    let left = this.#parseNot();
    while (this.#take('and')) left = { kind: 'and', left, right: this.#parseNot() };
    return left;
  }

  #parseNot(): Segment {
    this.#depth += 1;
    if (this.#depth > deepest)
      throw fault(this.#peek(), 'too much stands within each other here', 'write it with fewer parentheses');
    const segment: Segment = this.#take('not') ? { kind: 'not', of: this.#parseNot() } : this.#parsePrimary();
    this.#depth -= 1;
    return segment;
  }

  #parsePrimary(): Segment {
    const open = this.#peek();
    if (open.kind !== 'open') return this.#parseCondition();
    this.#next();
    const within = this.#parseOr();
    const close = this.#next();
    if (close.kind !== 'close')
      throw fault(close, 'a ) is missing', `close what opens at column ${open.start + 1}`);
    return within;
  }

  #parseCondition(): Segment {
    const subject = this.#next();
    const word = subject.kind === 'word' ? subject.value.toLowerCase() : '';
    if (word === 'tag') return this.#parseTag();
    if (word === 'field') return this.#parseField();
    const property = properties.find((known) => known === word);
    if (property === undefined) throw unknownSubject(subject);
    return this.#parseComparison({ property });
  }

  /** `tag:hiring`, `tag = hiring`, `tag != hiring`. */
  #parseTag(): Segment {
    const joint = this.#next();
    const isNot = joint.kind === 'sign' && joint.value === '!=';
    if (joint.kind !== 'colon' && !isNot && joint.value !== '=')
      throw fault(joint, 'a tag is missing', 'write it behind a colon: tag:hiring, or tag:"two words"');
    const segment: Segment = { kind: 'tag', tag: this.#value('a tag', 'tag:hiring, or tag:"two words"') };
    return isNot ? { kind: 'not', of: segment } : segment;
  }

  /** `field:city = "sf"`, or `field:city` for everybody who has one. */
  #parseField(): Segment {
    const colon = this.#next();
    if (colon.kind !== 'colon')
      throw fault(colon, 'the name of a field is missing', 'write it behind a colon: field:city = "sf"');
    const field = this.#value('the name of a field', 'field:city = "sf", or field:"job title" = "recruiter"');
    return this.#peek().kind === 'sign' ? this.#parseComparison({ field }) : { kind: 'has', field };
  }

  #parseComparison(subject: Subject): Segment {
    const sign = this.#next();
    const known = signs.find((each) => each === sign.value);
    if (sign.kind !== 'sign' || known === undefined)
      throw fault(sign, 'a comparison is missing', 'write one of = != < <= > >= ~ and a value');
    const place = this.#peek();
    const value = this.#value('a value', 'field:city = "sf"');
    if ('property' in subject) checkValue(subject.property, { sign, known, place, value });
    return { kind: 'compare', subject, sign: known, value };
  }

  #value(what: string, example: string): string {
    const token = this.#next();
    const reserved = token.kind === 'word' && /^(?:and|or|not)$/i.test(token.value);
    if ((token.kind === 'word' && !reserved) || token.kind === 'text') return token.value;
    const hint = reserved ? `put it in quotes if it is meant: "${token.value}"` : `write it so: ${example}`;
    throw fault(token, `${what} is missing`, hint);
  }

  #take(word: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'word' || token.value.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('a text without its end');
    return token;
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }
}

const properties = ['joined', 'status', 'name', 'address', 'source'] as const;
const signs: readonly Sign[] = ['=', '!=', '<', '<=', '>', '>=', '~'];

interface Compared {
  readonly sign: Token;
  readonly known: Sign;
  readonly place: Token;
  readonly value: string;
}

/** What could never be true of anybody is a slip, and is told. */
function checkValue(property: (typeof properties)[number], { sign, known, place, value }: Compared): void {
  if (property === 'joined') {
    if (known === '~') throw fault(sign, 'a day contains nothing', 'compare days by = != < <= > >=');
    if (!isDay(value)) throw fault(place, `“${value}” is not a day`, 'write it so: joined > 2026-01-31');
    return;
  }
  if (known !== '=' && known !== '!=' && (known !== '~' || property === 'status'))
    throw fault(
      sign,
      `${property} has no order`,
      `compare it by = or !=${property === 'status' ? '' : ' or ~'}`,
    );
  if (property === 'status' && !subscriberStatuses.some((status) => status === value.toLowerCase()))
    throw fault(place, `“${value}” is not a status`, `there are ${subscriberStatuses.join(', ')}`);
}

function isDay(text: string): boolean {
  const milliseconds = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

function unknownSubject(token: Token): SegmentError {
  const hint = 'a condition starts with tag:, field:, joined, status, name, address or source';
  if (token.kind === 'end') return fault(token, 'a condition is missing', hint);
  return fault(token, `“${token.value}” is nothing that can be asked of a subscriber`, hint);
}

function fault({ start, end }: Token, message: string, hint: string): SegmentError {
  return new SegmentError(message, { hint, start, end });
}
