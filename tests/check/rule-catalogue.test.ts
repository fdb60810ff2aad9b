import { expect, it } from 'vitest';
import { describeRules, ruleCatalogue } from '../../src/check/rule-catalogue.ts';

it('has one entry a name, each of a family', () => {
  const names = ruleCatalogue.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/);
});

it.each(ruleCatalogue)('says what $name finds, why, and how to fix it', ({ what, why, fix }) => {
  for (const sentence of [what, why, fix]) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

it('is what docs/rules.md says (vitest -u writes it anew)', async () => {
  await expect(describeRules()).toMatchFileSnapshot('../../docs/rules.md');
});
