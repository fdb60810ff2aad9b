import { expect, it } from 'vitest';
import { createArchive } from '../../../src/check/archive.ts';
import { runRule } from '../../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../../src/check/newsletter.ts';
import { rules } from '../../../src/check/rules/index.ts';
import { issueWithLine } from './find-in-line.ts';

const ofCandidates = rules.filter(({ name }) => name.startsWith('candidate/'));

/** What the patterns of these rules begin with, or go on with. So many signs of addresses are refused before any rule. */
const pieces = [
  ...['0', '1', '(', '+', '-', '.', '/', '$', 'a', 'A1', '’', ' 0', '0 ', '1 ', '12 ', '01/', '06-', '1-'],
  ...['a.', 'a at ', ' dot ', 'tel ', 'tel 1 ', 'cell: ', 'mail: ', 'x: ', 'in/', 'gh a', 'on 9', '9k '],
  ...[
    'on ',
    'now ',
    'wants ',
    '$1,',
    'base: ',
    '100k, ',
    'since ',
    '2019',
    '2019-',
    'jan ',
    'joined a ',
    'mba a ',
    'vp at ',
    'head of a ',
    '12 elm ',
    'graduated a ',
    'ssn is ',
    'born ',
    'gay abandon ',
    'a dot ',
    'a-b-',
    'linkedin is ',
    'comp now ',
  ],
];

it.each(pieces)('every rule about candidates is done at once with 100 KB of %j', (piece) => {
  const [issue] = issueWithLine(piece.repeat((100 * 1024) / piece.length));
  expect(issue).toBeDefined();
  if (issue === undefined) return;
  const slow = ofCandidates.filter((rule) => {
    const start = performance.now();
    runRule(rule, { issue, archive: createArchive([issue]), newsletter: sampleNewsletter, names: [] });
    return performance.now() - start > 3_000;
  });
  expect(slow.map(({ name }) => name)).toEqual([]);
});
