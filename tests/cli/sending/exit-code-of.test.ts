import { expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/cli/sending/exit-code-of.ts';
import type { MailingResult } from '../../../src/delivery/mailing-result.ts';

const done: MailingResult = {
  issue: 1,
  state: 'finished',
  audience: 5,
  accepted: 5,
  deferred: 0,
  failed: 0,
  held: 0,
  unknown: 0,
  skipped: 0,
  seconds: 1,
};

it.each<[string, Partial<MailingResult>, number, number]>([
  ['all accepted', {}, 0, 0],
  ['some left out since it started', { accepted: 4, skipped: 1 }, 0, 0],
  ['some failed', { accepted: 4, failed: 1 }, 0, 1],
  ['some held back', { accepted: 4, held: 1 }, 0, 1],
  ['some unknown', { accepted: 4, unknown: 1 }, 0, 4],
  ['some unknown and some failed', { accepted: 3, unknown: 1, failed: 1 }, 0, 4],
  ['waiting for a deferred one', { state: 'waiting', accepted: 4, deferred: 1 }, 0, 1],
  ['stopped by Ctrl-C', { state: 'waiting', reason: 'interrupted', accepted: 1, deferred: 4 }, 0, 130],
  ['paused before anybody was reached', { state: 'paused', accepted: 0, deferred: 5 }, 0, 2],
  ['paused on the way', { state: 'paused', accepted: 2, deferred: 3 }, 0, 1],
  ['paused on the way with some unknown', { state: 'paused', accepted: 2, unknown: 1, deferred: 2 }, 0, 4],
  ['a login refused when it went on', { state: 'paused', accepted: 2, deferred: 3 }, 2, 2],
  [
    'paused before anybody was reached, with one unknown',
    { state: 'paused', accepted: 0, unknown: 1, deferred: 4 },
    0,
    4,
  ],
  [
    'paused when all that was heard were refusals',
    { state: 'paused', accepted: 0, failed: 1, held: 1, deferred: 3 },
    0,
    1,
  ],
  [
    'a login refused when it went on after refusals',
    { state: 'paused', accepted: 0, failed: 2, deferred: 3 },
    2,
    2,
  ],
])('tells a script: %s', (_, part, answeredBefore, code) => {
  expect(exitCodeOf({ ...done, ...part }, { answeredBefore, unknown: 'ask' })).toBe(code);
});

it('tells a script nothing of a decision where the policy has made it', () => {
  const result: MailingResult = { ...done, accepted: 4, unknown: 1 };
  expect(exitCodeOf(result, { answeredBefore: 0, unknown: 'skip' })).toBe(1);
  expect(exitCodeOf(result, { answeredBefore: 0, unknown: 'resend' })).toBe(4);
});

it('tells a script that somebody cancelled the mailing', () => {
  const result: MailingResult = { ...done, state: 'cancelled', accepted: 2, skipped: 3 };
  expect(exitCodeOf(result, { answeredBefore: 0, unknown: 'ask' })).toBe(1);
});
