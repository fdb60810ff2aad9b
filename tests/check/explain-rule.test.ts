import { expect, it } from 'vitest';
import { explainRule, suggestRule } from '../../src/check/explain-rule.ts';

it('explains a rule by its name', () => {
  expect(explainRule('role/apply-missing')).toMatchObject({
    severity: 'error',
    what: 'An open role has no `apply`, so nobody can apply for it.',
  });
});

it('explains what can be wrong with an entry of ignore', () => {
  expect(explainRule('ignore/unused')?.severity).toBe('note');
});

it('knows no other rule', () => {
  expect([explainRule('role/aply-missing'), explainRule('')]).toEqual([undefined, undefined]);
});

it('suggests the rule that was meant, and none when nothing is close', () => {
  expect([suggestRule('role/aply-missing'), suggestRule('subject-long'), suggestRule('todo')]).toEqual([
    'role/apply-missing',
    'mail/subject-long',
    'text/todo',
  ]);
  expect(suggestRule('strong-words')).toBe('mail/strong-words or language/strong-words');
  expect(suggestRule('everything')).toBeUndefined();
});
