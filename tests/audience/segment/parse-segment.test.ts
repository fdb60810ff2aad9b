import { describe, expect, it } from 'vitest';
import { parseSegment } from '../../../src/audience/segment/parse-segment.ts';
import { SegmentError } from '../../../src/audience/segment/segment-error.ts';

const tag = (name: string): object => ({ kind: 'tag', tag: name });
const is = (field: string, value: string): object => ({
  kind: 'compare',
  subject: { field },
  sign: '=',
  value,
});

describe('a segment', () => {
  it.each([
    ['tag:hiring', tag('hiring')],
    ['tag = hiring', tag('hiring')],
    ['tag != hiring', { kind: 'not', of: tag('hiring') }],
    ['TAG:"two words"', tag('two words')],
    ['tag:"say \\"hi\\" \\\\ (or not)"', tag('say "hi" \\ (or not)')],
    ['tag:"and"', tag('and')],
    ['field:city', { kind: 'has', field: 'city' }],
    ['field:city = "sf"', is('city', 'sf')],
    ['field:"Job Title"=recruiter', is('Job Title', 'recruiter')],
    ['field:years>=10', { kind: 'compare', subject: { field: 'years' }, sign: '>=', value: '10' }],
    [
      'joined > 2026-01-01',
      { kind: 'compare', subject: { property: 'joined' }, sign: '>', value: '2026-01-01' },
    ],
    ['status = Active', { kind: 'compare', subject: { property: 'status' }, sign: '=', value: 'Active' }],
    [
      'address ~ @example.com',
      { kind: 'compare', subject: { property: 'address' }, sign: '~', value: '@example.com' },
    ],
  ])('reads %s', (text, tree) => {
    expect(parseSegment(text)).toEqual(tree);
  });

  it('binds not closest, then and, then or', () => {
    expect(parseSegment('tag:a or not tag:b and tag:c')).toEqual({
      kind: 'or',
      left: tag('a'),
      right: { kind: 'and', left: { kind: 'not', of: tag('b') }, right: tag('c') },
    });
  });

  it('reads parentheses, on several lines, without spaces where none are needed', () => {
    expect(parseSegment('(tag:a or tag:b)\n  AND NOT(field:city="sf")')).toEqual({
      kind: 'and',
      left: { kind: 'or', left: tag('a'), right: tag('b') },
      right: { kind: 'not', of: is('city', 'sf') },
    });
  });
});

/** The message, and the part of the text that is marked. */
function faultOf(text: string): [message: string, marked: string] {
  try {
    parseSegment(text);
  } catch (error) {
    if (error instanceof SegmentError) return [error.message, text.slice(error.start, error.end)];
    throw error;
  }
  throw new Error(`${text} was read`);
}

describe('a segment that cannot be understood is refused with its place', () => {
  it.each([
    ['', 'a condition is missing', ''],
    ['   ', 'a condition is missing', ''],
    ['tag:a and', 'a condition is missing', ''],
    ['tags:a', '“tags” is nothing that can be asked of a subscriber', 'tags'],
    ['tag:a tag:b', '“tag” stands behind a whole condition', 'tag'],
    ['tag:a && tag:b', '“&&” stands behind a whole condition', '&&'],
    ['tag hiring', 'a tag is missing', 'hiring'],
    ['tag:', 'a tag is missing', ''],
    ['tag:and', 'a tag is missing', 'and'],
    ['field city', 'the name of a field is missing', 'city'],
    ['field: = "sf"', 'the name of a field is missing', '='],
    ['field:city = ', 'a value is missing', ''],
    ['field:city = (sf)', 'a value is missing', '('],
    ['field:city "sf"', '“sf” stands behind a whole condition', '"sf"'],
    ['(tag:a', 'a ) is missing', ''],
    ['tag:a)', 'this ) closes nothing', ')'],
    ['not', 'a condition is missing', ''],
    ['joined > yesterday', '“yesterday” is not a day', 'yesterday'],
    ['joined > 2026-02-30', '“2026-02-30” is not a day', '2026-02-30'],
    ['joined ~ 2026', 'a day contains nothing', '~'],
    ['joined 2026-01-01', 'a comparison is missing', '2026-01-01'],
    ['status = gone', '“gone” is not a status', 'gone'],
    ['status > active', 'status has no order', '>'],
    ['name < ann', 'name has no order', '<'],
    ["field:city = 'sf'", "“'” has no meaning here", "'"],
    ['field:city = "sf', 'the quote is never closed', '"sf'],
    ['tag:a ! tag:b', '“!” has no meaning here', '!'],
  ])('%j', (text, message, marked) => {
    expect(faultOf(text)).toEqual([message, marked]);
  });

  it('however deep and however long it is', () => {
    expect(faultOf(`${'('.repeat(3_000)}tag:a`)[0]).toBe('too much stands within each other here');
    expect(faultOf(`${'not '.repeat(3_000)}tag:a`)[0]).toBe('too much stands within each other here');
    expect(faultOf(Array(5_000).fill('tag:a').join(' or '))[0]).toBe('the segment is too long');
  });
});
