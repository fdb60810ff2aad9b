import { describe, expect, it } from 'vitest';
import { type IssueResult, judgeBounce } from '../../src/inbox/judge-bounce.ts';
import { day, noon } from './samples.ts';

/** Issues sent so many days after the first one, each with its bounce; `ok` arrived and `policy` was about us. */
function history(
  ...sent: readonly (readonly [number, IssueResult['bounce'] | 'ok' | 'failed'])[]
): IssueResult[] {
  return sent
    .map(([days, what], index): IssueResult => {
      const result = { issueNumber: index + 1, startedAt: noon + days * day };
      if (what === 'ok' || what === undefined) return { ...result, state: 'accepted' };
      return what === 'failed'
        ? { ...result, state: 'failed' }
        : { ...result, state: 'accepted', bounce: what };
    })
    .reverse();
}

const judge = (kind: 'hard' | 'ambiguous' | 'soft' | 'policy', results: IssueResult[]) =>
  judgeBounce(kind, results, (results[0]?.startedAt ?? noon) + day);

describe('a soft bounce', () => {
  it.each([
    ['four issues in forty days', [0, 10, 20, 40], undefined],
    ['five issues in 29 days', [0, 7, 14, 21, 29], undefined],
    ['five issues in 30 days', [0, 7, 14, 21, 30], 'out of reach'],
  ])('after %s', (_, days, expected) => {
    expect(judge('soft', history(...days.map((one) => [one, 'soft'] as const)))).toBe(expected);
  });

  it('counts with refusals of other kinds and with failures while sending, and not with what is about us', () => {
    const kinds = ['soft', 'ambiguous', 'failed', 'soft', 'soft'] as const;
    expect(judge('soft', history(...kinds.map((kind, index) => [index * 8, kind] as const)))).toBe(
      'out of reach',
    );
    const others = ['soft', 'policy', 'soft', 'soft', 'soft'] as const;
    expect(
      judge('soft', history(...others.map((kind, index) => [index * 8, kind] as const))),
    ).toBeUndefined();
  });

  it('begins anew after an issue that arrived', () => {
    const results = history([0, 'soft'], [8, 'soft'], [16, 'ok'], [24, 'soft'], [32, 'soft'], [40, 'soft']);
    expect(judge('soft', results)).toBeUndefined();
  });
});

describe('a refusal that may be the address', () => {
  it('is not forgotten for an issue of which something may still come back', () => {
    expect(judge('ambiguous', history([0, 'ambiguous'], [2, 'ok'], [4, 'ambiguous']))).toBe('refused twice');
    expect(judge('ambiguous', history([0, 'ambiguous'], [2, 'ok'], [9, 'ambiguous']))).toBeUndefined();
  });

  it('does not count for an older issue when a newer one has arrived', () => {
    const results = history([0, 'ambiguous'], [4, 'ambiguous'], [10, 'ok']);
    expect(judgeBounce('ambiguous', results, noon + 18 * day)).toBeUndefined();
  });
});

it('what is about us never counts, and an address that does not exist at once', () => {
  const days = [0, 10, 20, 30, 40, 50] as const;
  expect(judge('policy', history(...days.map((one) => [one, 'soft'] as const)))).toBeUndefined();
  expect(judge('hard', history([0, 'hard']))).toBe('no such address');
});
