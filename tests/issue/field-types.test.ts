import { expect, it } from 'vitest';
import { toKebabCase } from '../../src/issue/field-types.ts';

it.each([
  ['VP of Sales!', 'vp-of-sales'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['Ærø', 'aero'],
  ['Æon & Œuvre', 'aeon-oeuvre'],
  ['Jürgen’s café', 'jurgen-s-cafe'],
  ['李', ''],
])('makes %s into %s', (text, kebab) => {
  expect(toKebabCase(text)).toBe(kebab);
});
