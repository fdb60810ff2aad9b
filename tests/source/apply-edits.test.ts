import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../../src/source/apply-edits.ts';

function edit(line: number, [column, endColumn]: readonly [number, number], text: string): Edit {
  return { place: { line, column, endLine: line, endColumn }, text };
}

describe('an edited file', () => {
  it.each([
    ['LF', 'one\ntwo\nthree\n', 'one\n2\nthree\n'],
    ['CRLF', 'one\r\ntwo\r\nthree\r\n', 'one\r\n2\r\nthree\r\n'],
    ['both', 'one\r\ntwo\nthree\r', 'one\r\n2\nthree\r'],
    ['a lone CR', 'one\rtwo\rthree', 'one\r2\rthree'],
    ['a byte order mark', '\ufeffone\ntwo', '\ufeffone\n2'],
  ])('keeps its line ends: %s', (_, before, after) => {
    expect(applyEdits(before, [edit(2, [1, 4], '2')])).toBe(after);
  });

  it('counts the columns of the first line behind a byte order mark', () => {
    expect(applyEdits('\ufeffone two', [edit(1, [5, 8], '2')])).toBe('\ufeffone 2');
  });

  it('takes several edits in any order', () => {
    const edits = [edit(1, [1, 2], 'A'), edit(2, [1, 2], 'CCC'), edit(1, [3, 4], 'BBB')];
    expect(applyEdits('a b\nc', edits)).toBe('A BBB\nCCC');
  });

  it('ends new lines as the file does', () => {
    expect(applyEdits('a\r\nb', [edit(1, [2, 2], '\nnew')])).toBe('a\r\nnew\r\nb');
    expect(applyEdits('a\rb', [edit(1, [2, 2], '\nnew')])).toBe('a\rnew\rb');
    expect(applyEdits('a', [edit(1, [2, 2], '\nnew')])).toBe('a\nnew');
  });

  it('puts text in at an empty place, also at the end', () => {
    expect(applyEdits('ab', [edit(1, [2, 2], '-')])).toBe('a-b');
    expect(applyEdits('ab', [edit(1, [3, 3], '-')])).toBe('ab-');
  });
});
