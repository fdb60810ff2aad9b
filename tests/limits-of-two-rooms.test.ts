import { expect, it } from 'vitest';
import { longestName } from '../src/audience/longest-name.ts';
import { mostHtmlBytes } from '../src/check/mail-size/mail-clipped.ts';
import { judgePage } from '../src/check/online/judge-page.ts';
import { planMailing } from '../src/delivery/plan-mailing.ts';
import { runPreflight } from '../src/delivery/preflight.ts';
import { usualTimeout } from '../src/http/fetch-public.ts';
import { longestName as longestNameInForm } from '../src/web/subscribe-route.ts';
import { recipient, snapshot } from './delivery/sample-mailing.ts';

/** What `penny send` says about the size of a mail with as many bytes of HTML. */
function sizeState(bytes: number): string | undefined {
  const edition = { ...snapshot.edition, html: ['x'.repeat(bytes)] };
  const { stationery } = snapshot;
  const mailer = { transport: 'smtp', description: '' } as const;
  const plan = planMailing({ edition, stationery, mailer, recipients: [recipient()], excluded: [] });
  const checks = runPreflight({ plan, edition, stationery });
  return checks.find(({ name }) => name === 'size')?.state;
}

it('a mail is too large to be sent from the same byte on from which check warns', () => {
  expect([sizeState(mostHtmlBytes), sizeState(mostHtmlBytes + 1)]).toEqual(['ok', 'error']);
});

it('a name that the form takes is one that a list may have', () => {
  expect(longestNameInForm).toBe(longestName);
});

it('a page has as long as the finding about a slow one says', () => {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  const use = { address: 'https://penny.example', file: 'issues/001-a.md', place, isApply: false };
  expect(judgePage(use, { failure: 'too-slow', detail: '' })?.message).toBe(
    'the server takes longer than five seconds',
  );
  expect(usualTimeout).toBe(5_000);
});
