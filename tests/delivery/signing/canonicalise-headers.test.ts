import { describe, expect, it } from 'vitest';
import {
  canonicaliseHeader,
  canonicaliseSigned,
  readHeaders,
} from '../../../src/delivery/signing/canonicalise-headers.ts';

const relaxed = (headers: string): string[] => readHeaders(headers).map(canonicaliseHeader);

describe('headers in their relaxed form', () => {
  it('are those of the example in RFC 6376 §3.4.5', () => {
    expect(relaxed('A: X\r\nB : Y\t\r\n\tZ  \r\n')).toEqual(['a:X', 'b:Y Z']);
  });

  it('keep what is not white space at the end of a line', () => {
    expect(relaxed('Subject:\r\n a  b\r\n\t c:d\r\nTo:x\r\n')).toEqual(['subject:a b c:d', 'to:x']);
  });

  it('may be empty, or beyond ASCII', () => {
    expect(relaxed('Subject: \r\nTo: jürgen@example.net\r\n')).toEqual(['subject:', 'to:jürgen@example.net']);
  });

  it('end where the body starts', () => {
    expect(relaxed('A: 1\r\n\r\nB: 2\r\n')).toEqual(['a:1']);
  });
});

it('takes fields of one name from the bottom up, and none for one time too many', () => {
  const fields = readHeaders('To: 1\r\nTo: 2\r\nFrom: a\r\n');
  expect(canonicaliseSigned(fields, ['To', 'From', 'to', 'From', 'Cc'])).toBe('to:2\r\nfrom:a\r\nto:1\r\n');
});
