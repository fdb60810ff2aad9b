import { describe, expect, it } from 'vitest';
import {
  type AttemptContext,
  classifyReply,
  explainRefusedConnection,
  type Verdict,
} from '../../src/delivery/classify-reply.ts';
import type { ServerReply, Stage } from '../../src/delivery/mailer.ts';
import { meaningOf, replyClasses } from '../../src/delivery/reply-classes.ts';
import { parseReply } from '../../src/smtp/parse-reply.ts';

const minute = 60_000;
const context: AttemptContext = {
  dotIntended: false,
  attempt: 1,
  deferrals: 0,
  retry: [minute, 5 * minute, 30 * minute],
  now: 1_000,
  jitter: 0,
};

function classify(text: string, stage: Stage, changed: Partial<AttemptContext> = {}): Verdict {
  return classifyReply(parseReply(text, stage), { ...context, dotIntended: stage === 'dot', ...changed });
}

/** A verdict in a few words: the state, and what else it asks for. */
function inWords({ outcome, pause, badAddress, slowDown, sessionEnded }: Verdict): string {
  const more = { pause, badAddress, slowDown, sessionEnded };
  const asked = Object.entries(more).filter(([, value]) => value !== undefined);
  return [outcome.state, ...asked.map(([name]) => name)].join(' ');
}

describe('what a reply means', () => {
  it.each<[string, Stage, string]>([
    // Accepted
    ['250 2.0.0 Ok: queued as 4F2A1C0', 'dot', 'accepted'],

    // Later, by the schedule
    ['452 4.2.2 The email account that you tried to reach is over quota', 'rcpt', 'deferred'],
    ['451 4.7.1 Greylisting in action, please come back later', 'rcpt', 'deferred'],
    ['450 4.7.1 <li@example.net>: Recipient address rejected: Greylisted', 'rcpt', 'deferred'],
    ['450 4.2.0 Mailbox temporarily unavailable', 'rcpt', 'deferred'],
    ['452 4.2.2 The account is over its daily receiving quota', 'rcpt', 'deferred'],
    ['451 4.3.0 Try again later', 'dot', 'deferred'],
    ['452 4.3.1 Insufficient system storage', 'rcpt', 'deferred'],
    ['451 4.3.0 No resources', 'data', 'deferred'],
    ['450 4.1.1 <li@example.net>: unverified address', 'rcpt', 'deferred'],
    ['450 4.2.1 The user you are trying to contact is receiving mail at a rate that …', 'rcpt', 'deferred'],
    ['421 4.3.0 Temporary system problem', 'dot', 'deferred'],
    ['552 5.2.2 Mailbox full', 'rcpt', 'deferred'],
    ['552 5.2.2 Mailbox full', 'dot', 'deferred'],
    ['552 Requested mail action aborted: exceeded storage allocation', 'rcpt', 'deferred'],
    ['552 li@example.net is over quota', 'dot', 'deferred'],
    ['550 4.4.7 Message expired', 'rcpt', 'deferred'],

    // Slower, for this provider
    ['421 4.7.28 Our system has detected an unusual rate of unsolicited mail', 'dot', 'deferred slowDown'],
    ['421-4.7.28 Gmail has detected\r\n421 4.7.28 an unusual rate', 'rcpt', 'deferred slowDown'],
    ['421 4.7.0 Our system has detected an unusual rate of unsolicited mail', 'rcpt', 'deferred slowDown'],
    ['451 4.7.500 Server busy. Please try again later from [192.0.2.1]', 'rcpt', 'deferred slowDown'],
    [
      '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited',
      'rcpt',
      'deferred slowDown',
    ],
    ['421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred', 'rcpt', 'deferred slowDown'],
    ['450 4.7.1 Too many messages from your address', 'rcpt', 'deferred slowDown'],

    // The connection is over, and nobody is to blame
    ['421 4.7.0 Too many messages in this session', 'mail', 'queued sessionEnded'],
    ['421 4.7.0 Too many messages in this session', 'rcpt', 'queued sessionEnded'],
    ['421 4.3.2 Service shutting down', 'data', 'queued sessionEnded'],
    ['421 mx.example.net closing connection', 'body', 'queued sessionEnded'],
    ['450 4.7.1 Error: too much mail from 192.0.2.1', 'mail', 'queued'],

    // No yes: RFC 5321 §4.2.3 has 221 for the end of a connection
    ['221 2.0.0 Bye', 'dot', 'unknown'],

    // The address, beyond doubt
    ['550 5.1.1 The email account that you tried to reach does not exist', 'rcpt', 'failed badAddress'],
    ['550 5.1.1 No such mailbox', 'dot', 'failed badAddress'],
    ['550 5.1.1 <a@example.com>: User unknown in relay recipient table', 'rcpt', 'failed badAddress'],
    ['550 5.1.1 No such user in the corporate directory', 'rcpt', 'failed badAddress'],
    ['550 5.1.1 <policy@example.com>: no such user', 'rcpt', 'failed badAddress'],
    ['550 5.1.2 Host unknown', 'rcpt', 'failed badAddress'],
    ['553 5.1.3 Bad destination mailbox address syntax', 'rcpt', 'failed badAddress'],
    ['551 5.1.6 Mailbox has moved', 'rcpt', 'failed badAddress'],
    ['556 5.1.10 Recipient address has null MX', 'rcpt', 'failed badAddress'],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'rcpt', 'failed badAddress'],
    ['550 5.1.1 <a@example.com> is not listed in the directory', 'rcpt', 'failed badAddress'],
    ['550 5.1.1 <bulk.junk@example.com>: no such user', 'rcpt', 'failed badAddress'],

    // No such person, but without a code to rely on
    ['550 No such user here', 'rcpt', 'failed'],
    ['550 Unknown user', 'rcpt', 'failed'],
    ['550 5.1.0 Address rejected: user unknown', 'rcpt', 'failed'],
    ['554 delivery error: dd This user doesn’t have a yahoo.com account', 'rcpt', 'failed'],
    ['550 <spam.limit@example.com>: Recipient address rejected: User unknown', 'rcpt', 'failed'],
    ['553 5.6.7 Non-ASCII addresses not permitted', 'rcpt', 'failed'],

    // May be about us
    ['550 5.7.26 This mail is unauthenticated', 'rcpt', 'held'],
    ['550 5.7.515 Access denied, sending domain does not meet the required level', 'rcpt', 'held'],
    ['550 5.2.1 Mailbox unavailable. Your IP address is blacklisted using SPAMHAUS-XBL', 'rcpt', 'held'],
    ['550 5.1.1 Blocked: poor reputation', 'rcpt', 'held'],
    ['550 5.1.1 SPF check failed', 'rcpt', 'held'],
    ['550 5.1.1 rejected by DMARC policy', 'rcpt', 'held'],
    ['550 5.1.1 DKIM signature is missing', 'rcpt', 'held'],
    ['550 5.1.2 your rate is too high', 'rcpt', 'held'],
    ['550 5.2.1 Your network 192.0.2.0/24 is listed by dnsbl.example', 'rcpt', 'held'],
    ['550 5.2.1 rejected: RBL b.barracudacentral.example', 'rcpt', 'held'],
    ['550 5.1.1 Connection from banned IP 192.0.2.1', 'rcpt', 'held'],
    ['550 5.1.1 Unsolicited bulk mail is not accepted here', 'rcpt', 'held'],
    ['550 5.1.2 Client host has no reverse DNS (PTR)', 'rcpt', 'held'],
    ['550 5.1.1 Access denied, client host not permitted', 'rcpt', 'held'],
    ['550 5.2.1 Message considered as junk', 'rcpt', 'held'],
    ['550 5.1.3 HELO rejected: invalid hostname', 'rcpt', 'held'],
    ['550 5.7.1 No such user', 'rcpt', 'held'],
    ['550 Requested action not taken: mailbox unavailable', 'rcpt', 'held'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'rcpt', 'held'],
    ['550 5.2.3 Message length exceeds limit', 'rcpt', 'held'],
    ['550 5.3.0 Rejected', 'rcpt', 'held'],
    ['550 5.5.1 Bad sequence', 'rcpt', 'held'],
    ['554 5.7.1 Service unavailable; client host blocked using zen.spamhaus.org', 'rcpt', 'held'],
    ['550 relay not permitted', 'rcpt', 'held'],
    ['550 Administrative prohibition', 'rcpt', 'held'],
    ['503 5.5.1 MAIL first', 'rcpt', 'held'],

    // About all alike
    ['550 5.7.1 This sender is not welcome', 'mail', 'queued pause'],
    ['553 5.1.8 Sender address rejected: domain not found', 'mail', 'queued pause'],
    ['553 5.1.8 Sender address rejected: domain not found', 'rcpt', 'queued pause'],
    ['550 5.1.7 Invalid sender', 'rcpt', 'queued pause'],
    ['550 Sender verify failed', 'rcpt', 'queued pause'],
    ['530 5.7.0 Authentication required', 'mail', 'queued pause'],
    ['530 5.7.0 Authentication required', 'rcpt', 'queued pause'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'mail', 'queued pause'],
    ['550 5.4.5 Daily user sending limit exceeded', 'rcpt', 'queued pause'],
    ['550 5.4.5 Daily user sending limit exceeded', 'dot', 'queued pause'],
    ['454 Throttling failure: Daily message quota exceeded.', 'dot', 'queued pause'],
    ['454 4.7.0 Throttling failure: Daily message quota exceeded.', 'rcpt', 'queued pause'],
    ['451 4.7.0 Daily sending quota exceeded', 'dot', 'queued pause'],
    ['421 4.7.0 Daily SMTP relay limit exceeded', 'mail', 'queued pause'],
    ['550 Domain penny.example has exceeded the max emails per hour', 'rcpt', 'queued pause'],
    ['552 5.3.4 Message size exceeds fixed limit', 'mail', 'queued pause'],
    ['552 5.3.4 Message size exceeds fixed limit', 'body', 'queued pause'],
    ['552 5.2.3 Message too large', 'dot', 'held pause'],
    ['554 5.5.1 No valid recipients', 'data', 'queued pause'],
    ['554 5.7.1 Message rejected due to content', 'dot', 'held pause'],
    ['554 5.6.0 Message is not conformant', 'dot', 'held pause'],
    ['550 5.7.26 This mail is unauthenticated', 'dot', 'held pause'],
  ])('%s after %s: %s', (text, stage, expected) => {
    expect(inWords(classify(text, stage))).toBe(expected);
  });

  it('gives every line of the table a real reply that this line is the first to match', () => {
    for (const line of replyClasses) {
      const reply = parseReply(line.example, line.after);
      expect(replyClasses.find(({ matches }) => matches(reply))).toBe(line);
    }
  });

  it('blames the address for six codes and for nothing else', () => {
    const codes = Array.from({ length: 8 }, (_, subject) =>
      Array.from({ length: 60 }, (_, detail) => `5.${subject}.${detail}`),
    ).flat();
    const blamed = codes.filter((code) => classify(`550 ${code} no such user`, 'rcpt').badAddress === true);
    expect(blamed).toEqual(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);
  });

  it.each<Stage>(['mail', 'data', 'body'])('never blames an address for what is said after %s', (stage) => {
    for (const code of [421, 450, 451, 452, 550, 552, 553, 554]) {
      const verdict = classify(`${code} ${code < 500 ? 4 : 5}.1.1 no such user`, stage);
      expect(verdict).not.toHaveProperty('badAddress');
      expect(['queued', 'deferred']).toContain(verdict.outcome.state);
    }
  });

  it('has a meaning for every refusal', () => {
    const stages: readonly Stage[] = ['mail', 'rcpt', 'data', 'body', 'dot'];
    for (const stage of stages) {
      for (let code = 400; code < 600; code += 1) {
        const reply: ServerReply = { kind: 'reply', stage, code, text: '' };
        expect(replyClasses.map(({ means }) => means)).toContain(meaningOf(reply));
      }
    }
  });
});

describe('when to try again', () => {
  const tries = (text: string, changed: Partial<AttemptContext> = {}): (number | undefined)[] =>
    [0, 1, 2].map(
      (deferrals) =>
        classify(text, 'rcpt', { attempt: deferrals + 1, deferrals, now: 0, ...changed }).outcome.dueAt,
    );

  it('is the schedule, whose first step is the soonest', () => {
    expect(tries('450 4.7.1 Greylisted')).toEqual([minute, 5 * minute, 30 * minute]);
  });

  it('is at least a quarter of an hour where a provider wants us slower', () => {
    expect(tries('421 4.7.28 unusual rate')).toEqual([15 * minute, 15 * minute, 30 * minute]);
  });

  it('is spread by up to a tenth, and never sooner than the step', () => {
    expect(tries('450 4.2.0 later', { jitter: 1 })).toEqual([66_000, 330_000, 1_980_000]);
    expect(tries('450 4.2.0 later', { jitter: 0.5 })[0]).toBe(63_000);
    expect(tries('421 4.7.28 unusual rate', { jitter: 1 })[0]).toBe(990_000);
  });

  it.each<[string, Stage, string]>([
    ['450 4.2.0 later', 'rcpt', 'failed'],
    ['452 4.2.2 over quota', 'rcpt', 'failed'],
    // Not this person's fault: held, so that somebody looks at it.
    ['421 4.7.28 unusual rate', 'rcpt', 'held slowDown'],
    ['450 4.7.1 too much mail', 'mail', 'held'],
  ])('is never after the last step: %s after %s ends %s', (text, stage, expected) => {
    const verdict = classify(text, stage, { attempt: 4, deferrals: 3 });
    expect(inWords(verdict)).toBe(expected);
    expect(verdict.outcome.text).toMatch(/^given up after 4 attempts: /);
  });

  it('is at once after the end of a session, but not again and again', () => {
    const text = '421 4.7.0 Too many messages in this session';
    expect(classify(text, 'mail').outcome).toMatchObject({ state: 'queued' });
    expect(classify(text, 'mail', { attempt: 2 })).toMatchObject({
      outcome: { state: 'deferred', dueAt: 61_000 },
      sessionEnded: true,
    });
  });
});

describe('why a mailing pauses', () => {
  it.each<[string, Stage, string]>([
    [
      '550 5.7.1 not yours',
      'mail',
      'your provider does not let you send as hello@penny.example: 550 not yours; have it allow that address, or send as another, and run the same command: nobody gets it twice',
    ],
    [
      '554 5.7.1 looks like bulk',
      'dot',
      'your provider refused the message itself: 554 looks like bulk; ask it to let this message through and run the same command: nobody gets it twice',
    ],
    ['530 5.7.0 log in', 'rcpt', 'your provider refused the login: 530 log in'],
    [
      '530 5.7.0 Must issue a STARTTLS command first',
      'mail',
      'the mail server takes nothing without TLS: 530 Must issue a STARTTLS command first; write smtps://',
    ],
    ['550 5.4.5 sending limit', 'dot', 'your provider lets you send no more for now: 550 sending limit'],
    ['552 5.3.4 no', 'mail', 'your provider refused the message as too large: 552 no'],
    ['554 no', 'data', 'your provider refused to take a message: 554 no'],
  ])('%s after %s is said in plain words, with what to do', (text, stage, said) => {
    const { pause } = classify(text, stage, { sender: 'hello@penny.example' });
    expect(pause).toContain(said);
    expect(pause).toMatch(/; .* and run the same command: nobody gets it twice$/);
  });
});

describe('what silence means', () => {
  const silence = { kind: 'noReply', stage: 'body', text: 'connection lost' } as const;

  it('tries again while no dot was on its way, and by the schedule from the second time on', () => {
    expect(classifyReply(silence, context)).toMatchObject({ outcome: { state: 'queued' } });
    expect(classifyReply(silence, { ...context, attempt: 2, deferrals: 1 }).outcome).toMatchObject({
      state: 'deferred',
      dueAt: 301_000,
    });
  });

  it('is unknown once the dot intent was written, or the dot has left', () => {
    expect(classifyReply(silence, { ...context, dotIntended: true }).outcome.state).toBe('unknown');
    expect(classifyReply({ ...silence, stage: 'dot' }, context).outcome.state).toBe('unknown');
  });

  it.each(['25', '999 what', '354 go on', ''])(
    'is also a reply of %j, which says neither yes nor no',
    (text) => {
      expect(classify(text, 'dot').outcome.state).toBe('unknown');
      expect(classify(text, 'mail').outcome.state).toBe('queued');
    },
  );

  it('queues again what the ledger refused', () => {
    expect(classifyReply({ ...silence, refusedByUs: true }, context).outcome.state).toBe('queued');
  });
});

describe('a connection that was not had', () => {
  it.each<[string, Stage, string]>([
    ['535 5.7.8 bad credentials', 'login', 'your provider refused the login: 535 bad credentials'],
    ['534 5.7.9 application password required', 'login', 'your provider refused the login'],
    ['530 5.7.0 no', 'login', 'your provider refused the login'],
    [
      '530 5.7.0 Must issue a STARTTLS command first',
      'login',
      'the mail server takes nothing without TLS: 530 Must issue',
    ],
    ['554 5.7.1 on a list', 'greeting', 'takes no mail from this computer: 554 on a list'],
    ['550 5.7.0 go away', 'hello', 'takes no mail from this computer: 550 go away'],
    ['502 5.5.1 unknown', 'tls', 'no safe connection to your provider: 502 unknown'],
  ])('pauses the mailing at %s after %s', (text, stage, said) => {
    const reason = explainRefusedConnection(parseReply(text, stage));
    expect(reason).toContain(said);
    expect(reason).toMatch(/ and run the same command: nobody gets it twice$/);
  });

  it.each<[string, Stage, string]>([
    ['certificate has expired', 'tls', 'no safe connection to your provider: certificate has expired'],
    ['self-signed certificate', 'tls', 'no safe connection to your provider: self-signed certificate'],
    [
      'getaddrinfo ENOTFOUND smtp.example.com',
      'connect',
      'there is no mail server of that name: getaddrinfo ENOTFOUND smtp.example.com',
    ],
  ])('pauses the mailing at %s', (text, stage, said) => {
    expect(explainRefusedConnection({ kind: 'noReply', stage, text })).toContain(said);
  });

  it.each<[string, Stage]>([
    ['421 4.7.0 try again later', 'greeting'],
    ['421 4.7.0 try again later', 'hello'],
    ['454 4.7.0 temporary authentication failure', 'login'],
    ['454 4.7.0 TLS not available due to temporary reason', 'tls'],
    ['HTTP/1.1 400 Bad Request', 'greeting'],
    ['999 what', 'greeting'],
  ])('is tried again at %s after %s', (text, stage) => {
    expect(explainRefusedConnection(parseReply(text, stage))).toBeUndefined();
  });

  it.each<[string, Stage]>([
    ['connect ECONNREFUSED 192.0.2.1:587', 'connect'],
    ['connect EHOSTUNREACH 192.0.2.1:587', 'connect'],
    ['getaddrinfo EAI_AGAIN smtp.example.com', 'connect'],
    ['Connection closed unexpectedly', 'login'],
    ['Connection closed unexpectedly', 'tls'],
    ['the server took too long to answer', 'tls'],
  ])('is tried again after silence: %s', (text, stage) => {
    expect(explainRefusedConnection({ kind: 'noReply', stage, text })).toBeUndefined();
  });
});
