import { expect, it } from 'vitest';
import { type PostfixVerdict, readPostfixLog } from '../../src/delivery/read-postfix-log.ts';

const ann = '<ann@penny.example>';
const bob = '<bob@penny.example>';

async function* linesOf(log: string): AsyncGenerator<string> {
  for (const line of log.split('\n')) yield line.trimStart();
}

async function read(log: string, ...wanted: string[]): Promise<PostfixVerdict[]> {
  return [...(await readPostfixLog(linesOf(log), new Set(wanted))).values()];
}

it('knows what was sent, by a log with long queue ids and the dates of syslog', async () => {
  const log = `
    Nov 26 13:16:27 mx postfix/smtpd[6500]: 4jZxrq1jQNzLWNG: client=unknown[127.0.0.1]
    Nov 26 13:16:27 mx postfix/cleanup[6517]: 4jZxrq1jQNzLWNG: message-id=${ann}
    Nov 26 13:16:27 mx postfix/qmgr[6497]: 4jZxrq1jQNzLWNG: from=<hello@penny.example>, size=25830, nrcpt=1 (queue active)
    Nov 26 13:16:27 mx postfix/smtp[6520]: 4jZxrq1jQNzLWNG: to=<ann@example.com>, relay=mx.example.com[192.0.2.7]:25, delay=0.06, delays=0.04/0.02/0/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1F2)
    Nov 26 13:16:27 mx postfix/qmgr[6497]: 4jZxrq1jQNzLWNG: removed`;
  expect(await read(log, ann)).toEqual([
    {
      messageId: ann,
      queueId: '4jZxrq1jQNzLWNG',
      verdict: 'accepted',
      text: 'sent: 250 2.0.0 Ok: queued as 1F2',
    },
  ]);
});

it('knows what bounced, by a log with short queue ids and the dates of RFC 3339', async () => {
  const log = `
    2026-11-26T13:16:27.104466+00:00 mx postfix/submission/smtpd[1]: 3C6A81007F: client=desk.example.com[192.0.2.1], sasl_method=PLAIN
    2026-11-26T13:16:27.204466+00:00 mx postfix/cleanup[2]: 3C6A81007F: message-id=${ann}
    2026-11-26T13:16:27.304466+00:00 mx postfix/qmgr[3]: 3C6A81007F: from=<hello@penny.example>, size=2583, nrcpt=1 (queue active)
    2026-11-26T13:16:28.104466+00:00 mx postfix/smtp[4]: 3C6A81007F: to=<ann@example.com>, relay=mx.example.com[192.0.2.7]:25, delay=1, delays=0.1/0/0.5/0.4, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.7] said: 550 5.1.1 no such user (in reply to RCPT TO command))
    2026-11-26T13:16:28.204466+00:00 mx postfix/bounce[5]: 3C6A81007F: sender non-delivery notification: 5D1B21008A
    2026-11-26T13:16:28.304466+00:00 mx postfix/qmgr[3]: 3C6A81007F: removed`;
  const text =
    'bounced: host mx.example.com[192.0.2.7] said: 550 5.1.1 no such user (in reply to RCPT TO command)';
  expect(await read(log, ann)).toEqual([{ messageId: ann, queueId: '3C6A81007F', verdict: 'bounced', text }]);
});

it('takes a message that waits in the queue for accepted, and one that was given up for bounced', async () => {
  const log = `
    Nov  1 03:00:00 mx postfix/cleanup[2]: A1B2C3D4E5: message-id=${ann}
    Nov  1 03:00:00 mx postfix/qmgr[3]: A1B2C3D4E5: from=<hello@penny.example>, size=2583, nrcpt=1 (queue active)
    Nov  1 03:00:30 mx postfix/smtp[4]: A1B2C3D4E5: to=<ann@example.com>, relay=none, delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.7]:25: Connection timed out)`;
  expect(await read(log, ann)).toMatchObject([{ verdict: 'accepted', text: /^deferred: connect to/ }]);
  const later = `
    Nov  6 03:00:00 mx postfix/qmgr[3]: A1B2C3D4E5: from=<hello@penny.example>, status=expired, returned to sender`;
  expect(await read(log + later, ann)).toMatchObject([
    { verdict: 'bounced', text: 'expired: returned to sender' },
  ]);
});

it.each([
  [
    'the sender had gone before the final dot',
    'Nov 26 13:16:27 mx postfix/smtpd[1]: 3C6A81007F: lost connection',
  ],
  ['a milter refused it', 'Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: milter-reject: END-OF-MESSAGE'],
  [
    'an address was only probed',
    'Nov 26 13:16:27 mx postfix/smtp[2]: 3C6A81007F: to=<a@example.com>, dsn=2.1.5, status=deliverable (ok)',
  ],
])('proves nothing when %s', async (_, line) => {
  expect(
    await read(`Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: message-id=${ann}\n${line}`, ann),
  ).toEqual([]);
});

const active = 'from=<hello@penny.example>, size=9, nrcpt=1 (queue active)';

it('keeps instances and machines apart that use the same queue id', async () => {
  const log = `
    Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: message-id=${ann}
    Nov 26 13:16:27 mx postfix-out/cleanup[2]: 3C6A81007F: message-id=${bob}
    Nov 26 13:16:27 mx postfix-out/qmgr[3]: 3C6A81007F: ${active}
    Nov 26 13:16:27 mx2 postfix/qmgr[3]: 3C6A81007F: ${active}`;
  expect(await read(log, ann, bob)).toMatchObject([{ messageId: bob, verdict: 'accepted' }]);
});

it('does not take the next message under a queue id for the one before', async () => {
  const named = `Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: message-id=${ann}`;
  const others = `
    Nov 26 13:20:00 mx postfix/cleanup[2]: 3C6A81007F: message-id=<another@example.org>
    Nov 26 13:20:00 mx postfix/qmgr[3]: 3C6A81007F: ${active}`;
  expect(await read(named + others, ann)).toEqual([]);
  const removed = `
    Nov 26 13:16:28 mx postfix/qmgr[3]: 3C6A81007F: ${active}
    Nov 26 13:16:28 mx postfix/qmgr[3]: 3C6A81007F: removed
    Nov 26 13:20:00 mx postfix/smtp[4]: 3C6A81007F: to=<cyd@example.org>, relay=none, delay=0, dsn=5.4.4, status=bounced (no)`;
  expect(await read(named + removed, ann)).toMatchObject([{ verdict: 'accepted' }]);
});

it('calls a message bounced that passed a filter first, whichever line comes last', async () => {
  const bounced = `
    Nov 26 13:16:27 mx postfix/cleanup[2]: 5D1B21008A: message-id=${ann}
    Nov 26 13:16:28 mx postfix/smtp[4]: 5D1B21008A: to=<ann@example.com>, relay=none, delay=0, dsn=5.4.4, status=bounced (no such domain)`;
  const filtered = `
    Nov 26 13:16:28 mx postfix/smtp[4]: 3C6A81007F: to=<ann@example.com>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, dsn=2.0.0, status=sent (250 2.0.0 from MTA: Ok: queued as 5D1B21008A)`;
  const named = `Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: message-id=${ann}`;
  for (const log of [named + filtered + bounced, named + bounced + filtered])
    expect(await read(log, ann)).toMatchObject([{ queueId: '5D1B21008A', verdict: 'bounced' }]);
});

it('finds nobody who was not asked for, and is not misled by other lines', async () => {
  const log = `
    Nov 26 13:16:27 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 5.1.1 <ann@example.com>
    Nov 26 13:16:27 mx postfix/cleanup[2]: warning: message-id=${ann}
    Nov 26 13:16:27 mx sshd[9]: 3C6A81007F: message-id=${ann}
    Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: resent-message-id=${ann}
    Nov 26 13:16:27 mx postfix/qmgr[3]: 3C6A81007F: ${active}
    Nov 26 13:16:27 mx postfix/cleanup[2]: 5D1B21008A: message-id=${bob}
    Nov 26 13:16:27 mx postfix/qmgr[3]: 5D1B21008A: ${active}`;
  expect(await read(log, ann)).toEqual([]);
});

it('makes one short line without control characters of what a server said', async () => {
  const log = `
    Nov 26 13:16:27 mx postfix/cleanup[2]: 3C6A81007F: message-id=${ann}
    Nov 26 13:16:27 mx postfix/smtp[4]: 3C6A81007F: to=<ann@example.com>, dsn=5.0.0, status=bounced (\u001b]52;${'x'.repeat(900)})`;
  const [verdict] = await read(log, ann);
  expect(verdict?.text).toHaveLength(500);
  expect(verdict?.text).not.toContain('\u001b');
});
