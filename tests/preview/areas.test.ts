import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleCatalogue } from '../../src/check/rule-catalogue.ts';

it('puts every family of rules into one area of “Ready to send?”', () => {
  const script = readFileSync('templates/preview/checks.js', 'utf8');
  const areas = Array.from(script.matchAll(/families: \[([^\]]*)\]/g), ([, list = '']) =>
    Array.from(list.matchAll(/'([^']+)'/g), ([, family]) => family),
  ).flat();
  const families = new Set(ruleCatalogue.map(({ name }) => name.split('/')[0]));
  expect(areas.toSorted()).toEqual([...families].sort());
});
