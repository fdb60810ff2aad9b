import { expect, it } from 'vitest';
import { findNewcomers } from '../../src/delivery/find-newcomers.ts';

const people = (...names: string[]) => names.map((name) => ({ canonical: `${name}@example.com` }));

it('finds those whom nobody agreed to mail', () => {
  expect(findNewcomers(people('a', 'b'), people('b', 'c', 'a', 'd'))).toEqual(people('c', 'd'));
});

it('has nothing against fewer', () => {
  expect(findNewcomers(people('a', 'b'), people('b'))).toEqual([]);
});
