import type { AttemptOutcome } from './ledger.ts';
import type { MailerReply, ServerReply } from './mailer.ts';

/** What a reply means for this recipient, and for the mailing: a reason to pause it, in plain words. */
export interface Verdict {
  readonly outcome: AttemptOutcome;
  readonly pause?: string;
}

export interface AttemptContext {
  /** Whether the dot intent was written: without a reply the server may have the message. */
  readonly dotIntended: boolean;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** How often the recipient was deferred before: the schedule counts these, and no crash or pause of ours. */
  readonly deferrals: number;
  /** Milliseconds to wait after the first, second, … deferral. */
  readonly retry: readonly number[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Meaning = 'again' | 'address' | 'retry' | 'hold' | 'pauseAndHold';

interface ReplyClass {
  /** A real reply that this line is for. */
  readonly example: string;
  readonly matches: (reply: ServerReply) => boolean;
  readonly means: Meaning;
}

/** Words that speak of the sender, its server or its message, whatever code stands before them. */
const aboutUs =
  /block(ed| ?list)|blacklist|spamhaus|reputation|authenticat|\bspf\b|dkim|dmarc|\brate\b|rate-?limit|policy|spam|relay|exceed|limit|sender|prohibit|sequence/i;
/** Words that say plainly that there is no such person, for servers that send no enhanced code. */
const nobodyThere =
  /no such (user|mailbox|recipient|address|person)|(user|mailbox|recipient|address)( is)? (unknown|not found|does ?n[o’']t exist)|unknown (user|mailbox|recipient|address|local)|(user|mailbox|recipient|address) does not exist|invalid (mailbox|recipient)/i;
const badAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** The first line that matches decides. Only `address` blames the person; whatever speaks of reputation never does. */
export const replyClasses: readonly ReplyClass[] = [
  {
    // Too many messages on one connection: nothing was said about this recipient (see classifySilence).
    example: '421 4.7.0 Too many messages in this session',
    matches: ({ code, stage }) => code === 421 && stage === 'mail',
    means: 'again',
  },
  {
    example: '452 4.2.2 The email account that you tried to reach is over quota',
    matches: ({ code }) => code >= 400 && code < 500,
    means: 'retry',
  },
  {
    example: '552 5.2.2 Mailbox full',
    matches: ({ enhanced }) => enhanced === '5.2.2',
    means: 'retry',
  },
  {
    // Many servers judge the sender only when they hear a recipient.
    example: '553 5.1.8 Sender address rejected: domain not found',
    matches: ({ enhanced }) => enhanced === '5.1.7' || enhanced === '5.1.8',
    means: 'pauseAndHold',
  },
  {
    example: '550 5.1.1 The email account that you tried to reach does not exist',
    matches: ({ stage, text, enhanced = '' }) =>
      (stage === 'rcpt' || stage === 'dot') &&
      badAddress.has(enhanced) &&
      !aboutUs.test(withoutAddresses(text)),
    means: 'address',
  },
  {
    example: '554 5.7.1 Message rejected due to content',
    matches: ({ stage }) => stage === 'dot',
    means: 'pauseAndHold',
  },
  {
    example: '550 No such user here',
    matches: ({ stage, text, enhanced }) =>
      stage === 'rcpt' &&
      enhanced === undefined &&
      nobodyThere.test(withoutAddresses(text)) &&
      !aboutUs.test(withoutAddresses(text)),
    means: 'address',
  },
  {
    // Whatever else is said about a recipient may be about us: five of them in a row pause the mailing.
    example: '550 5.2.1 Mailbox unavailable. Your IP address is blacklisted using SPAMHAUS-XBL',
    matches: ({ stage }) => stage === 'rcpt',
    means: 'hold',
  },
  {
    example: '552 5.3.4 Message size exceeds fixed limit',
    matches: () => true,
    means: 'pauseAndHold',
  },
];

/** Decides what became of an attempt (DELIVERY.md §2). */
export function classifyReply(reply: MailerReply, context: AttemptContext): Verdict {
  if (reply.kind === 'noReply' || !isFinal(reply)) return classifySilence(reply, context);
  const { stage, code, enhanced, text, queueId } = reply;
  const said = {
    stage,
    code,
    text,
    ...(enhanced === undefined ? {} : { enhanced }),
    ...(queueId === undefined ? {} : { queueId }),
  };
  if (code < 300) return { outcome: { state: 'accepted', ...said } };
  const means = replyClasses.find(({ matches }) => matches(reply))?.means ?? 'pauseAndHold';
  switch (means) {
    case 'again':
      return { outcome: again(said, context) };
    case 'address':
      return { outcome: { state: 'failed', ...said } };
    case 'retry':
      return { outcome: defer(said, context) };
    case 'hold':
      return { outcome: { state: 'held', ...said } };
    case 'pauseAndHold':
      return {
        outcome: { state: stage === 'dot' ? 'held' : 'queued', ...said },
        pause: `the server refused ${stage === 'dot' ? 'the message' : 'the sender'}: ${code} ${text}`,
      };
  }
}

/** Servers quote the recipient, whose name may hold any of these words: `policy@example.com`. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>]{1,64}@[^\s<>]{1,255}/g, '');
}

/** A yes to the message, or a no to anything (RFC 5321 §4.2.1); all else, such as half a line, tells nothing. */
function isFinal({ stage, code }: ServerReply): boolean {
  return (stage === 'dot' && code >= 200 && code < 300) || (code >= 400 && code < 600);
}

/** After the dot intent nobody can know. Before it, nothing was sent: at once again, and then by the schedule. */
function classifySilence(reply: MailerReply, context: AttemptContext): Verdict {
  const { stage, text } = reply;
  const said = { stage, text };
  if (reply.kind === 'noReply' && reply.refusedByUs === true)
    return { outcome: { state: 'queued', ...said } };
  if (context.dotIntended) return { outcome: { state: 'unknown', ...said } };
  return { outcome: again(said, context) };
}

type Said = Omit<AttemptOutcome, 'state' | 'dueAt'>;

/** At once and at no cost the first time; from the second on by the schedule, so that no loop runs hot. */
function again(said: Said, context: AttemptContext): AttemptOutcome {
  return context.attempt === 1 ? { state: 'queued', ...said } : defer(said, context);
}

/** The next step of the schedule; after the last one the recipient has failed. */
function defer(said: Said, { attempt, deferrals, retry, now }: AttemptContext): AttemptOutcome {
  const pause = retry[deferrals];
  if (pause === undefined)
    return { ...said, state: 'failed', text: `given up after ${attempt} attempts: ${said.text}` };
  return { ...said, state: 'deferred', dueAt: now + pause };
}

/** Why a connection could not be had, in plain words, when trying again would only make it worse. */
export function explainRefusedConnection(reply: MailerReply): string | undefined {
  const { stage, text } = reply;
  if (reply.kind === 'reply' && reply.code < 500) return undefined;
  if (stage === 'login')
    return `the server refused the login: ${text}; mend user and password and run the same command`;
  if (stage === 'tls') return `no safe connection to the server: ${text}`;
  if (/ENOTFOUND/.test(text)) return `the server’s name is not known: ${text}`;
  if (reply.kind === 'reply') return `the server does not talk to us: ${reply.code} ${text}`;
  return undefined;
}
