import { expect, it } from 'vitest';
import {
  formatMailings,
  formatMoment,
  formatProgress,
  formatRecipients,
  formatResult,
} from '../../src/terminal/mailing-text.ts';

const result = {
  issue: 1,
  state: 'paused' as const,
  reason: 'the server\u001b[31m refused',
  audience: 5,
  accepted: 2,
  deferred: 1,
  failed: 2,
  held: 0,
  unknown: 0,
  skipped: 0,
  seconds: 3,
};

it('says how a mailing ended, why, and what is left, without the counts that are zero', () => {
  const text = formatResult(result);
  expect(text).toMatch(/^issue 1 is paused: the server.* refused\n2 of 5 accepted, 1 deferred, 2 failed$/);
  expect(text).not.toContain('\u001b');
});

it('tells the rate and the time left', () => {
  const none = {
    queued: 0,
    attempting: 0,
    committing: 0,
    deferred: 0,
    held: 0,
    unknown: 0,
    skipped: 0,
    cancelled: 0,
  };
  const counts = { ...none, queued: 60, accepted: 38, failed: 2 };
  expect(formatProgress(counts, { audience: 100, seconds: 4 })).toBe(
    '38 of 100 accepted · 2 failed · 0 deferred · 10.0/s · 6 s left',
  );
});

it('lists recipients under a heading', () => {
  const reports = [
    {
      address: 'li@example.net',
      state: 'accepted' as const,
      attempts: 1,
      text: '250 ok',
      messageId: '<1@x>',
    },
  ];
  expect(formatRecipients(reports)).toBe(
    'address         state     attempts  last reply\nli@example.net  accepted  1         250 ok',
  );
});

it('writes moments in UTC', () => {
  expect(formatMoment(Date.UTC(2026, 10, 23, 9, 5))).toBe('2026-11-23 09:05 UTC');
});

it('says so when nothing was sent', () => {
  expect(formatMailings([])).toBe('nothing was sent yet');
});
