import { expect, it } from 'vitest';
import { candidateEmployer as rule } from '../../../src/check/rules/candidate-employer.ts';
import { findInLine } from './find-in-line.ts';

it.each([
  ['currently vp at norwick', 'vp at norwick'],
  ['was vp at norwick until last june', 'vp at norwick'],
  ['ae @ norwick, then a break', 'ae @ norwick'],
  ['VP of Sales at norwick bank.', 'VP of Sales at norwick bank'],
  ['account executive @norwick', 'account executive @norwick'],
])('asks whether a word behind a role is an employer: %s', (line, found) => {
  expect(findInLine(rule, line)).toEqual([found]);
  expect(findInLine(rule, 'a', `location: "${line}"\n`)).toEqual([found]);
});

it.each([
  ...['vp at a fintech', 'vp at the same company', 'head of sales at series b startups', 'engineer at scale'],
  ...[
    'director at enterprise companies',
    'manager at early stage startups',
    'rep at quota',
    'seller at heart',
  ],
  ...[
    'vp at Norwick',
    '15 years @ fintechs',
    'looks at norwick',
    'partner at regional banks',
    'vp at 3 startups',
  ],
])('finds nothing in %s', (line) => {
  expect(findInLine(rule, line)).toEqual([]);
});
