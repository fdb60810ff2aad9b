import { expect, it } from 'vitest';
import { candidateSensitive as rule } from '../../../src/check/rules/candidate-sensitive.ts';
import { findInLine } from './find-in-line.ts';

it.each([
  ...['dob 3/4/85', 'dob: 3.4.85', 'born 3/4/85', 'born in 85', 'born april 3, 85', 'born 3 april 85'],
  ...['67 years young'],
])('finds the age: %s', (line) => {
  expect(findInLine(rule, line)).toEqual([line]);
  expect(findInLine(rule, `${line}, graduated since`)).toEqual([line]);
});

it.each([
  ...['knows pregnant pauses', 'sells with gay abandon', 'a company born in 85', 'born 85 deals ago'],
  ...['a leader, born to sell', 'a startup born in 3/4 of a year'],
])('finds nothing in %s', (line) => {
  expect(findInLine(rule, line)).toEqual([]);
});

it('still finds the words of a saying alone', () => {
  expect(findInLine(rule, 'pregnant, with gay abandon')).toEqual(['pregnant']);
});
