import { expect, it } from 'vitest';
import {
  formatGoingOn,
  formatHeldElsewhere,
  formatMailings,
  formatResult,
} from '../../src/terminal/mailing-text.ts';
import { formatProgress } from '../../src/terminal/progress-text.ts';

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
  expect(text).toMatch(/^issue 1 is paused: the server.* refused\n2 of 5 accepted, 1 to go, 2 failed$/);
  expect(text).not.toContain('\u001b');
});

const none = {
  queued: 0,
  attempting: 0,
  committing: 0,
  accepted: 0,
  deferred: 0,
  failed: 0,
  held: 0,
  unknown: 0,
  skipped: 0,
  cancelled: 0,
};

it('tells the rate and the time left', () => {
  const counts = { ...none, queued: 60, accepted: 38, failed: 2 };
  expect(formatProgress(counts, { before: none, seconds: 4 })).toBe(
    '38 of 100 accepted · 2 failed · 0 deferred · 10.0/s · 6 s left',
  );
});

it('tells the rate of this run, whatever an earlier one did', () => {
  const before = { ...none, queued: 20, accepted: 80 };
  const counts = { ...none, queued: 10, accepted: 90 };
  expect(formatProgress(counts, { before, seconds: 5 })).toMatch(/^90 of 100 .* 2\.0\/s · 5 s left$/);
  expect(formatProgress(before, { before, seconds: 5 })).toMatch(/0\.0\/s$/);
});

const mailing = {
  id: 1,
  key: 'k',
  issueNumber: 1,
  slug: 'hello',
  transport: 'smtp' as const,
  state: 'paused' as const,
  startedAt: Date.UTC(2026, 10, 23, 9, 5),
  audience: 5,
  snapshotDigest: 'd',
};

it('says what it goes on with, and since when, in UTC', () => {
  expect(formatGoingOn(mailing, { accepted: 2, left: 3 })).toBe(
    'issue 1 was started on 2026-11-23 09:05 UTC: 2 of 5 have it; 3 are left',
  );
});

it('says who else is sending', () => {
  const held = {
    heldBy: { id: 'w', host: 'desk\u001b[31m', pid: 77, started: '1', copy: 'here' },
    since: mailing.startedAt,
  };
  const text = formatHeldElsewhere(held);
  expect(text).toMatch(/^penny: process 77 on desk.* since 2026-11-23 09:05 UTC\n {2}hint: wait for it/);
  expect(text).not.toContain('\u001b');
});

it('says of whoever is deferred when they are tried again, and with which code the server asked for it', () => {
  const reports = [
    { address: 'li@example.net', state: 'queued' as const, attempts: 0, messageId: '<1@x>' },
    {
      address: 'ann@example.com',
      state: 'deferred' as const,
      attempts: 2,
      text: 'greylisted',
      code: 451,
      dueAt: Date.UTC(2026, 10, 23, 9, 20),
      messageId: '<2@x>',
    },
  ];
  expect(formatMailings([{ mailing, result, recipients: reports }])).toContain(
    `
address          state     attempts  tried again from      code  last reply
li@example.net   queued    0
ann@example.com  deferred  2         2026-11-23 09:20 UTC  451   greylisted`,
  );
});

it('lists the recipients below their mailing', () => {
  const reports = [
    {
      address: 'li@example.net',
      state: 'accepted' as const,
      attempts: 1,
      text: '250 ok',
      messageId: '<1@x>',
    },
  ];
  expect(formatMailings([{ mailing, result: { ...result, reason: 'why' }, recipients: reports }])).toBe(
    `issue 1 is paused: why
2 of 5 accepted, 1 to go, 2 failed
since 2026-11-23 09:05 UTC, by smtp
address         state     attempts  last reply
li@example.net  accepted  1         250 ok`,
  );
});
