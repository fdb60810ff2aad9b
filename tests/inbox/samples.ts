import type { DatabaseSync } from 'node:sqlite';
import { parseAddress } from '../../src/audience/parse-address.ts';
import type { CanonicalAddress } from '../../src/audience/subscriber.ts';
import type { AttemptOutcome, Ledger } from '../../src/delivery/ledger.ts';
import type { Mailing } from '../../src/delivery/mailing.ts';
import { makeMessageId } from '../../src/delivery/message-id.ts';
import type { InboxReport } from '../../src/inbox/inbox-report.ts';
import type { InboxStore } from '../../src/inbox/inbox-store.ts';
import { makeReturnPath } from '../../src/inbox/return-path.ts';
import { type FoundMail, sortMail } from '../../src/inbox/sort-mail.ts';
import { takeInAll } from '../../src/inbox/take-in-all.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';
import { createInboxStore } from '../../src/store/sqlite/sqlite-inbox.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../fakes/claim-due.ts';
import { accepted, ada, mailingTo, noon, ours, recipient } from '../store/sqlite/samples.ts';

export { noon };
export const day = 86_400_000;
export const bounceDomain = 'bounces.penny.example';

/** A house with a list and a ledger in memory, and a mailbox to which mail comes back. */
export interface House extends Disposable {
  readonly database: DatabaseSync;
  readonly ledger: Ledger;
  readonly store: InboxStore;
  /** Sends an issue to these people, which ends as said; the mailing is finished. */
  send(issueNumber: number, people: readonly string[], options?: SendOptions): Promise<Mailing>;
  messageIdOf(mailing: Mailing, address: string): string;
  returnPathOf(mailing: Mailing, address: string): string;
  /** Takes messages in, as `penny bounces` does. */
  take(mails: readonly (string | FoundMail)[], options?: { now?: number; dryRun?: boolean }): InboxReport;
  suppressions(): readonly string[];
  stateOf(address: string): unknown;
}

interface SendOptions {
  readonly at?: number;
  readonly outcome?: AttemptOutcome;
  /** Leaves the mailing open. */
  readonly unfinished?: boolean;
}

/** @param path of the database; in memory unless told */
export function createHouse(path = ':memory:'): House {
  const database = openDatabase(path);
  const ledger = createLedger(database);
  const store = createInboxStore(database);
  const audience = createAudienceStore(database);
  const messageIdOf = (mailing: Mailing, address: string): string =>
    makeMessageId(mailing.key, address, 'penny.example');

  return {
    database,
    ledger,
    store,
    messageIdOf,
    returnPathOf: (mailing, address) =>
      makeReturnPath(store.secret, messageIdOf(mailing, address), bounceDomain),
    async send(issueNumber, people, { at = noon, outcome = accepted, unfinished = false } = {}) {
      audience.allOrNothing(() => {
        for (const address of people) {
          const parsed = parseAddress(address);
          if ('problem' in parsed) throw new Error(parsed.problem);
          const consent = { source: 'list.csv', at: '2026-01-01T00:00:00Z' };
          audience.keep({ ...parsed, tags: [], fields: {}, consent }, at);
        }
      });
      const key = `key-${issueNumber}`;
      const deliveries = people.map((address) => ({
        recipient: { ...recipient('reader'), address, canonical: address },
        messageId: makeMessageId(key, address, 'penny.example'),
      }));
      const mailing = ours(
        ledger.startMailing(
          mailingTo([], { issueNumber, key, slug: `issue-${issueNumber}`, deliveries }),
          ada,
          at,
        ),
      );
      for (;;) {
        const claimed = await claimDue(ledger, mailing, ada, { count: 100, now: at });
        if (claimed.length === 0) break;
        for (const one of claimed) {
          await ledger.intendDot(one, ada, at);
          await ledger.settle(one, ada, outcome, at);
        }
      }
      if (!unfinished) ledger.releaseMailing(mailing, ada, 'finished', undefined, at);
      return mailing;
    },
    take(mails, { now = noon + day, dryRun = false } = {}) {
      const context = {
        secret: store.secret,
        listAddress: 'hello@penny.example' as CanonicalAddress,
        bounceDomain,
      };
      const sorted = mails.map((mail, index) =>
        sortMail(typeof mail === 'string' ? found(mail, `mail ${index + 1}`) : mail, context),
      );
      return takeInAll(store, sorted, { now, dryRun }).report;
    },
    suppressions: () =>
      database
        .prepare('SELECT canonical, reason FROM suppression ORDER BY canonical')
        .all()
        .map(({ canonical, reason }) => `${canonical}: ${reason}`),
    stateOf: (address) =>
      database.prepare('SELECT state FROM delivery WHERE canonical = ? ORDER BY id DESC').get(address)?.[
        'state'
      ],
    [Symbol.dispose]: () => database.close(),
  };
}

function found(text: string, source = 'a mail'): FoundMail {
  return { source, bytes: Buffer.from(text) };
}

export interface DsnParts {
  readonly to: string;
  readonly returnPath?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly finalRecipient?: string;
  readonly originalRecipient?: string;
  readonly messageId?: string;
}

/** A report in the form of RFC 3464. */
export function dsn({
  to,
  returnPath = '<>',
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 no such user here',
  finalRecipient = 'ann@example.com',
  originalRecipient,
  messageId,
}: DsnParts): string {
  return [
    `Return-Path: ${returnPath}`,
    'From: MAILER-DAEMON@mx.example.com (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="limit.of.parts"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--limit.of.parts',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to say that your message was not delivered.',
    '',
    '--limit.of.parts',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    'Arrival-Date: Mon, 5 Jan 2026 12:00:00 +0000',
    '',
    `Final-Recipient: rfc822; ${finalRecipient}`,
    ...(originalRecipient === undefined ? [] : [`Original-Recipient: rfc822;${originalRecipient}`]),
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    ...(messageId === undefined
      ? []
      : [
          '--limit.of.parts',
          'Content-Type: text/rfc822-headers',
          '',
          'From: penny <hello@penny.example>',
          `Message-ID: ${messageId}`,
          'Subject: hi',
          '',
        ]),
    '--limit.of.parts--',
    '',
  ].join('\r\n');
}

/** A complaint in the form of RFC 5965, its recipient taken out. */
export function arf(feedback: string, originalHead: readonly string[]): string {
  return [
    'Return-Path: <feedback@mailbox.example.com>',
    'From: feedback@mailbox.example.com',
    'To: hello@penny.example',
    'Subject: FW: hi',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '--part',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${feedback}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    '',
    '--part',
    'Content-Type: message/rfc822',
    '',
    'From: penny <hello@penny.example>',
    'To: <redacted>',
    ...originalHead,
    'Subject: hi',
    '',
    'hello',
    '--part--',
    '',
  ].join('\r\n');
}

/** A short letter to the list’s own address. */
export function letter(head: readonly string[], body = 'please'): string {
  return [...head, '', body, ''].join('\r\n');
}
