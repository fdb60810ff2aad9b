import type { AttemptOutcome } from './ledger.ts';
import type { MailerReply, ServerReply } from './mailer.ts';
import {
  wordLogin,
  wordPause,
  wordTlsFirst,
  wordTurnedAway,
  wordUnknownName,
  wordUnsafe,
} from './pause-words.ts';
import { type Meaning, meaningOf, wantsTlsFirst } from './reply-classes.ts';

/** What a reply means for this recipient, and for the mailing. */
export interface Verdict {
  readonly outcome: AttemptOutcome;
  /** A reason to pause the mailing, in plain words. */
  readonly pause?: string;
  /**
   * The address itself is bad beyond doubt: 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.10, 5.2.1 and nothing else, and no word of
   * block lists, authentication, rate or policy. What becomes of the subscriber is not decided here.
   */
  readonly badAddress?: true;
  /** This recipient's provider wants us slower: that domain only. */
  readonly slowDown?: true;
  /** The connection is to be reopened and nobody is blamed: the attempt counts nothing. */
  readonly sessionEnded?: true;
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
  /** From 0 to 1, random: spreads what was deferred together, by up to a tenth of its pause. */
  readonly jitter: number;
  /** For people: the address that the mailing is sent as. */
  readonly sender?: string;
}

/** Milliseconds that a provider is left alone at least when it wants us slower. */
const leastForRate = 900_000;
const mostJitter = 0.1;

/** Decides what became of an attempt (DELIVERY.md §2). */
export function classifyReply(reply: MailerReply, context: AttemptContext): Verdict {
  if (reply.kind === 'noReply' || !isFinal(reply)) return { outcome: classifySilence(reply, context) };
  const said = quote(reply);
  if (reply.code < 300) return { outcome: { state: 'accepted', ...said } };
  const means = meaningOf(reply);
  switch (means) {
    case 'session':
      return { outcome: again(said, context), sessionEnded: true };
    case 'rate':
      return { outcome: defer(said, context, { least: leastForRate, last: 'held' }), slowDown: true };
    case 'later':
      return { outcome: defer(said, context, { last: 'failed' }) };
    case 'oursLater':
      return { outcome: again(said, context) };
    case 'address':
      return { outcome: { state: 'failed', ...said }, badAddress: true };
    case 'nobody':
      return { outcome: { state: 'failed', ...said } };
    case 'suspect':
      return { outcome: { state: 'held', ...said } };
    default:
      return pause(means, reply, context);
  }
}

/** The next run tries everybody again, but not one whose message was looked at and refused: that waits for a decision. */
function pause(means: Meaning, reply: ServerReply, { sender }: AttemptContext): Verdict {
  const state = reply.stage === 'dot' && means !== 'limit' ? 'held' : 'queued';
  return { outcome: { state, ...quote(reply) }, pause: wordPause(means, reply, sender) };
}

function quote({ stage, code, enhanced, text, queueId }: ServerReply): Said {
  return {
    stage,
    code,
    text,
    ...(enhanced === undefined ? {} : { enhanced }),
    ...(queueId === undefined ? {} : { queueId }),
  };
}

/**
 * A yes to the message, or a no to anything (RFC 5321 §4.2.1); all else, such as half a line, tells nothing. Nor does
 * 221, which says only that the connection ends (§4.2.3).
 */
function isFinal({ stage, code }: ServerReply): boolean {
  return (stage === 'dot' && code >= 200 && code < 300 && code !== 221) || (code >= 400 && code < 600);
}

/** After the dot intent nobody can know. Before it, nothing was sent: at once again, and then by the schedule. */
function classifySilence(reply: MailerReply, context: AttemptContext): AttemptOutcome {
  const { stage, text } = reply;
  const said = { stage, text };
  if (reply.kind === 'noReply' && reply.refusedByUs === true) return { state: 'queued', ...said };
  if (context.dotIntended || stage === 'dot') return { state: 'unknown', ...said };
  return again(said, context);
}

type Said = Omit<AttemptOutcome, 'state' | 'dueAt'>;

/**
 * At once and at no cost the first time; from the second on by the schedule, so that no loop runs hot. Nobody is to
 * blame: whoever is left over in the end is held, and has not failed.
 */
function again(said: Said, context: AttemptContext): AttemptOutcome {
  return context.attempt === 1 ? { state: 'queued', ...said } : defer(said, context, { last: 'held' });
}

/** The next step of the schedule, or what is left after the last one. */
function defer(
  said: Said,
  { attempt, deferrals, retry, now, jitter }: AttemptContext,
  { least = 0, last }: { readonly least?: number; readonly last: 'failed' | 'held' },
): AttemptOutcome {
  const step = retry[deferrals];
  if (step === undefined)
    return { ...said, state: last, text: `given up after ${attempt} attempts: ${said.text}` };
  const pause = Math.max(step, least);
  return { ...said, state: 'deferred', dueAt: now + Math.round(pause * (1 + mostJitter * jitter)) };
}

/** What a break in the middle of a handshake says: the server may be better in a moment. */
const handshakeBroke = /closed unexpectedly|disconnected before|too long|timed out|ECONNRESET/i;

/** Why a connection could not be had, in plain words, when trying again would only make it worse. */
export function explainRefusedConnection(reply: MailerReply): string | undefined {
  const { stage, text } = reply;
  if (reply.kind === 'noReply') {
    if (stage === 'tls' && !handshakeBroke.test(text)) return wordUnsafe(text);
    return /ENOTFOUND/.test(text) ? wordUnknownName(text) : undefined;
  }
  if (reply.code < 500 || reply.code > 599) return undefined;
  const said = `${reply.code} ${text}`.trim();
  if (wantsTlsFirst(reply)) return wordTlsFirst(said);
  if (stage === 'login') return wordLogin(said);
  return stage === 'tls' ? wordUnsafe(said) : wordTurnedAway(said);
}
