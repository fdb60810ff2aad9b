import { describe, expect, it } from 'vitest';
import { classifyReply, explainRefusedConnection, replyClasses } from '../../src/delivery/classify-reply.ts';
import type { Stage } from '../../src/delivery/mailer.ts';
import { parseReply } from '../../src/smtp/parse-reply.ts';

const context = { dotIntended: false, attempt: 1, deferrals: 0, retry: [60_000, 300_000], now: 1_000 };

function classify(
  text: string,
  stage: Stage,
  attempt = 1,
): { state: string; paused: boolean; dueAt: number | undefined } {
  const { outcome, pause } = classifyReply(parseReply(text, stage), {
    ...context,
    attempt,
    deferrals: attempt - 1,
  });
  return { state: outcome.state, paused: pause !== undefined, dueAt: outcome.dueAt };
}

describe('what a reply means', () => {
  it.each<[string, Stage, string, boolean]>([
    ['250 2.0.0 Ok: queued as 4F2A1C0', 'dot', 'accepted', false],
    ['452 4.2.2 The email account that you tried to reach is over quota', 'rcpt', 'deferred', false],
    ['451 4.7.1 Greylisting in action, please come back later', 'rcpt', 'deferred', false],
    ['421 4.7.28 Our system has detected an unusual rate of unsolicited mail', 'dot', 'deferred', false],
    ['552 5.2.2 Mailbox full', 'rcpt', 'deferred', false],
    ['550 5.1.1 The email account that you tried to reach does not exist', 'rcpt', 'failed', false],
    ['550 No such user here', 'rcpt', 'failed', false],
    ['550 5.7.26 This mail is unauthenticated', 'rcpt', 'held', false],
    [
      '550 5.7.515 Access denied, sending domain does not meet the required authentication level',
      'rcpt',
      'held',
      false,
    ],
    [
      '550 5.2.1 Mailbox unavailable. Your IP address is blacklisted using SPAMHAUS-XBL',
      'rcpt',
      'held',
      false,
    ],
    ['554 5.7.1 Message rejected due to content', 'dot', 'held', true],
    ['550 5.1.1 No such mailbox', 'dot', 'failed', false],
    ['550 5.1.1 No such user in the corporate directory', 'rcpt', 'failed', false],
    ['553 5.1.3 Bad destination mailbox address syntax', 'rcpt', 'failed', false],
    ['550 relay not permitted', 'rcpt', 'held', false],
    ['550 Domain penny.example has exceeded the max emails per hour', 'rcpt', 'held', false],
    ['550 5.4.5 Daily user sending limit exceeded', 'rcpt', 'held', false],
    ['550 Sender verify failed', 'rcpt', 'held', false],
    ['550 Administrative prohibition', 'rcpt', 'held', false],
    ['503 5.5.1 MAIL first', 'rcpt', 'held', false],
    ['550 5.1.1 <policy@example.com>: no such user', 'rcpt', 'failed', false],
    ['550 <spam.limit@example.com>: Recipient address rejected: User unknown', 'rcpt', 'failed', false],
    ['550 Unknown user', 'rcpt', 'failed', false],
    ['421 4.7.0 Too many messages in this session', 'mail', 'queued', false],
    ['554 5.6.0 Message is not conformant', 'dot', 'held', true],
    ['451 4.3.0 Try again later', 'dot', 'deferred', false],
    ['550 5.7.1 This sender is not welcome', 'mail', 'queued', true],
    ['552 5.3.4 Message size exceeds fixed limit', 'mail', 'queued', true],
    ['554 5.5.1 No valid recipients', 'data', 'queued', true],
    ['553 5.1.8 Sender address rejected: domain not found', 'mail', 'queued', true],
    ['553 5.1.8 Sender address rejected: domain not found', 'rcpt', 'queued', true],
  ])('%s after %s', (text, stage, state, paused) => {
    expect(classify(text, stage)).toMatchObject({ state, paused });
  });

  it('gives every line of the table a real reply that this line is the first to match', () => {
    const stages: Readonly<Record<string, Stage>> = {
      '554 5.7.1 Message rejected due to content': 'dot',
      '552 5.3.4 Message size exceeds fixed limit': 'mail',
      '421 4.7.0 Too many messages in this session': 'mail',
    };
    for (const line of replyClasses) {
      const reply = parseReply(line.example, stages[line.example] ?? 'rcpt');
      expect(replyClasses.find(({ matches }) => matches(reply))).toBe(line);
    }
  });

  it('defers by the schedule, and gives up after its last step', () => {
    expect(classify('450 4.2.0 later', 'rcpt', 1)).toMatchObject({ state: 'deferred', dueAt: 61_000 });
    expect(classify('450 4.2.0 later', 'rcpt', 2)).toMatchObject({ state: 'deferred', dueAt: 301_000 });
    expect(classify('450 4.2.0 later', 'rcpt', 3)).toMatchObject({ state: 'failed' });
  });
});

describe('what silence means', () => {
  const silence = { kind: 'noReply', stage: 'body', text: 'connection lost' } as const;

  it('tries again while no dot was on its way, and by the schedule from the second time on', () => {
    expect(classifyReply(silence, context).outcome.state).toBe('queued');
    expect(classifyReply(silence, { ...context, attempt: 2, deferrals: 1 }).outcome).toMatchObject({
      state: 'deferred',
      dueAt: 301_000,
    });
  });

  it('is unknown once the dot intent was written', () => {
    expect(classifyReply(silence, { ...context, dotIntended: true }).outcome.state).toBe('unknown');
  });

  it.each(['25', '999 what', '354 go on', ''])(
    'is also a reply of %j, which says neither yes nor no',
    (text) => {
      const reply = parseReply(text, 'dot');
      expect(classifyReply(reply, { ...context, dotIntended: true }).outcome.state).toBe('unknown');
      expect(classifyReply({ ...reply, stage: 'mail' }, context).outcome.state).toBe('queued');
    },
  );

  it('queues again what the ledger refused', () => {
    expect(classifyReply({ ...silence, refusedByUs: true }, context).outcome.state).toBe('queued');
  });
});

describe('a connection that was not had', () => {
  it.each<[string, Stage, string]>([
    ['535 5.7.8 bad credentials', 'login', 'the server refused the login: bad credentials'],
    ['554 5.7.1 you are on a list', 'greeting', 'the server does not talk to us: 554 you are on a list'],
    ['550 5.7.0 STARTTLS refused', 'tls', 'no safe connection to the server: STARTTLS refused'],
  ])('pauses the mailing at %s', (text, stage, said) => {
    expect(explainRefusedConnection(parseReply(text, stage))).toContain(said);
  });

  it('pauses when the certificate is not the server’s, or its name not known', () => {
    const silence = { kind: 'noReply', text: 'self-signed certificate' } as const;
    expect(explainRefusedConnection({ ...silence, stage: 'tls' })).toContain('self-signed certificate');
    const unknown = { kind: 'noReply', stage: 'connect', text: 'getaddrinfo ENOTFOUND' } as const;
    expect(explainRefusedConnection(unknown)).toContain('name is not known');
  });

  it.each<[string, Stage]>([
    ['421 4.7.0 try again later', 'greeting'],
    ['454 4.7.0 temporary authentication failure', 'login'],
  ])('is tried again at %s', (text, stage) => {
    expect(explainRefusedConnection(parseReply(text, stage))).toBeUndefined();
  });
});
