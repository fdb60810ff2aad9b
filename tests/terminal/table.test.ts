import { expect, it } from 'vitest';
import { formatTable } from '../../src/terminal/table.ts';

it('makes every column as wide as its widest cell', () => {
  expect(
    formatTable([
      ['address', 'state'],
      ['li@example.net', 'ok'],
    ]),
  ).toBe('address         state\nli@example.net  ok');
});

it('counts columns of the screen, not characters', () => {
  expect(
    formatTable([
      ['李', 'x'],
      ['ab', 'x'],
    ]),
  ).toBe('李  x\nab  x');
});

it('leaves no blanks at the end of a line', () => {
  expect(
    formatTable([
      ['a', ''],
      ['b', 'c'],
    ]),
  ).toBe('a\nb  c');
});

it('is empty without rows', () => {
  expect(formatTable([])).toBe('');
});
