import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { formatExplanation } from '../../src/terminal/findings-explanation.ts';

const rule = {
  name: 'role/apply-missing',
  severity: 'error',
  what: 'An open role has no `apply`.',
  why: 'Nobody can apply for it.',
  fix: 'Add one.',
} as const;

it('says what a rule finds, why, and how to fix it', () => {
  expect(formatExplanation(rule, { colour: false })).toBe(
    [
      'role/apply-missing  error',
      '',
      'what  An open role has no `apply`.',
      'why   Nobody can apply for it.',
      'fix   Add one.',
    ].join('\n'),
  );
});

it('says that a rule cannot be ignored', () => {
  const text = formatExplanation({ ...rule, neverIgnored: true }, { colour: false });
  expect(text).toContain('role/apply-missing  error, cannot be ignored\n');
});

it('is the same in colour', () => {
  const text = formatExplanation(rule, { colour: true });
  expect(text).toContain('\u001b[1mwhy\u001b[22m   Nobody');
  expect(stripVTControlCharacters(text)).toBe(formatExplanation(rule, { colour: false }));
});
