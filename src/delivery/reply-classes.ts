import type { ServerReply } from './mailer.ts';

/**
 * What a refusal is about:
 * - `session` this connection is over, nobody is blamed
 * - `rate` the recipient's provider wants us slower
 * - `later` try this recipient again by the schedule
 * - `oursLater` the same, but not even a last failure is this recipient's fault
 * - `address` the address itself is bad beyond doubt
 * - `nobody` there is no such person, said without a code to rely on
 * - `suspect` may be about us as well: the recipient is held back
 * - `sender`, `login`, `tlsFirst`, `limit`, `size`, `content`, `transaction` about all recipients alike: the mailing pauses
 */
export type Meaning =
  | 'session'
  | 'rate'
  | 'later'
  | 'oursLater'
  | 'address'
  | 'nobody'
  | 'suspect'
  | 'sender'
  | 'login'
  | 'tlsFirst'
  | 'limit'
  | 'size'
  | 'content'
  | 'transaction';

interface ReplyClass {
  /** A real reply that this line is for, and after which stage it was heard. */
  readonly example: string;
  readonly after: ServerReply['stage'];
  readonly matches: (reply: ServerReply) => boolean;
  readonly means: Meaning;
}

/** Words that speak of the sender, its server or its message, whatever code stands before them. */
const aboutUs = new RegExp(
  [
    // Lists of those from whom nothing is taken; who is “not listed in the directory” is a person.
    /block(ed| ?list)|blacklist|denylist|(?<!\bnot )\blisted\b|(dns|uri|sur)bl\b|\brbls?\b|\bbann(ed|ing)\b/,
    /spam|barracuda|reputation/,
    // What our server is, and how it introduces itself.
    /\byour (ip|network|server|host)\b|client host|connection|\b(helo|ehlo)\b|reverse.?dns|\br-?dns\b|\bptr\b/,
    /sender|authenticat|\bspf\b|dkim|dmarc/,
    // What our message is taken for.
    /unsolicited|\bbulk\b|junk|phish|malware|virus/,
    // What we may not do, and how much of it.
    /policy|prohibit|access denied|not (permitted|allowed)|relay(?! recipient table)|sequence/,
    /\brate\b|rate-?limit|exceed|limit/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** Words that say plainly that there is no such person, for servers that send no code to rely on. */
const nobodyThere =
  /no such (user|mailbox|recipient|address|person)|(user|mailbox|recipient|address)( is)? (unknown|not found|does ?n[o’']t exist)|unknown (user|mailbox|recipient|address|local)|(user|mailbox|recipient|address) does not exist|invalid (mailbox|recipient)|user does ?n[o’']t have an? \S+ account/i;
const tooFast =
  /\brate\b|rate-?limit|throttl|\bTSS\d\d\b|temporarily deferred due to|too (many|much) (messages|e?-?mails?|connections)|slow(er)? down|server busy/i;
const mailboxFull = /mailbox (is )?full|over ?quota|out of storage/i;
/** RFC 5321 §4.2.3 has these words for 552: of a recipient a full mailbox, of a message its size. */
const noRoom = /exceeded storage allocation/i;
/** How much we may send; how much somebody may receive is theirs. */
const sendingLimit =
  /sending (limit|quota)|max(imum)? (emails|messages) per (hour|day)|\b(daily|hourly) ((?!receiv)\w+ ){0,3}(limit|quota)|\b(limit|quota) (for today|of the day|per (hour|day))/i;
const senderRefused = /sender (address rejected|verif\w+ failed)/i;

/** RFC 3463, and RFC 7505 for 5.1.10. 5.1.7 and 5.1.8 are the sender's; all others may be anything. */
const badAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);
/** What servers send with “no such user” when they have nothing better. */
const vague = new Set([undefined, '5.0.0', '5.1.0', '5.4.1', '5.5.0']);

/** The first line that matches decides. Only `address` and `nobody` blame the person. */
export const replyClasses: readonly ReplyClass[] = [
  {
    // Of one reader, who is popular just now: no word about us.
    example:
      '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents delivery',
    after: 'rcpt',
    matches: ({ code, enhanced }) => isLater(code) && enhanced === '4.2.1',
    means: 'later',
  },
  {
    // Whatever the code: by tomorrow nobody's schedule would have a step left.
    example: '454 Throttling failure: Daily message quota exceeded.',
    after: 'dot',
    matches: ({ text }) => sendingLimit.test(withoutAddresses(text)),
    means: 'limit',
  },
  {
    example: '421 4.7.0 Too many messages in this session',
    after: 'rcpt',
    matches: ({ code, stage, text }) =>
      code === 421 && stage !== 'dot' && /session|per connection/i.test(text),
    means: 'session',
  },
  {
    example: '421 4.7.28 Our system has detected an unusual rate of unsolicited mail from your address',
    after: 'rcpt',
    matches: (reply) => isLater(reply.code) && namesRecipient(reply) && speaksOfRate(reply),
    means: 'rate',
  },
  {
    example: '421 4.3.2 Service shutting down, closing connection',
    after: 'mail',
    matches: ({ code, stage }) => code === 421 && stage !== 'dot',
    means: 'session',
  },
  {
    example: '450 4.7.1 Error: too much mail from 192.0.2.1',
    after: 'mail',
    matches: ({ code, stage }) => isLater(code) && stage === 'mail',
    means: 'oursLater',
  },
  {
    example: '451 4.7.1 Greylisting in action, please come back later',
    after: 'rcpt',
    matches: ({ code }) => isLater(code),
    means: 'later',
  },
  {
    // A code that contradicts itself is taken at its milder word.
    example: '550 4.4.7 Message expired',
    after: 'rcpt',
    matches: (reply) => namesRecipient(reply) && (reply.enhanced ?? '').startsWith('4.'),
    means: 'later',
  },
  {
    example: '552 5.2.2 Mailbox full',
    after: 'rcpt',
    matches: (reply) => namesRecipient(reply) && reply.enhanced === '5.2.2',
    means: 'later',
  },
  {
    example: '552 Requested mail action aborted: exceeded storage allocation',
    after: 'rcpt',
    matches: (reply) =>
      namesRecipient(reply) &&
      reply.enhanced === undefined &&
      (mailboxFull.test(reply.text) || (reply.stage === 'rcpt' && noRoom.test(reply.text))),
    means: 'later',
  },
  {
    example: '552 5.3.4 Message size exceeds fixed limit',
    after: 'mail',
    matches: ({ code, stage, enhanced }) =>
      enhanced === '5.3.4' || (stage !== 'rcpt' && (enhanced === '5.2.3' || code === 552)),
    means: 'size',
  },
  {
    // Many servers judge the sender only when they hear a recipient.
    example: '553 5.1.8 Sender address rejected: domain not found',
    after: 'rcpt',
    matches: ({ enhanced }) => enhanced === '5.1.7' || enhanced === '5.1.8',
    means: 'sender',
  },
  {
    example: '550 Sender verify failed',
    after: 'rcpt',
    matches: ({ stage, text }) => stage === 'rcpt' && senderRefused.test(withoutAddresses(text)),
    means: 'sender',
  },
  {
    // RFC 3207 §4, as Postfix's submission says it to those on its own machine, too.
    example: '530 5.7.0 Must issue a STARTTLS command first',
    after: 'mail',
    matches: wantsTlsFirst,
    means: 'tlsFirst',
  },
  {
    example: '530 5.7.0 Authentication required',
    after: 'rcpt',
    matches: ({ code }) => code === 530 || code === 535 || code === 538,
    means: 'login',
  },
  {
    example: '550 5.1.1 The email account that you tried to reach does not exist',
    after: 'rcpt',
    matches: (reply) =>
      namesRecipient(reply) && badAddress.has(reply.enhanced ?? '') && !speaksOfUs(reply.text),
    means: 'address',
  },
  {
    // The name before the @ needs SMTPUTF8 (RFC 6531), and the server has not got it.
    example: '553 5.6.7 Non-ASCII addresses not permitted for that recipient',
    after: 'rcpt',
    matches: ({ stage, enhanced }) => stage === 'rcpt' && enhanced === '5.6.7',
    means: 'nobody',
  },
  {
    example: '550 No such user here',
    after: 'rcpt',
    matches: ({ stage, text, enhanced }) =>
      stage === 'rcpt' &&
      vague.has(enhanced) &&
      nobodyThere.test(withoutAddresses(text)) &&
      !speaksOfUs(text),
    means: 'nobody',
  },
  {
    // Whatever else is said about a recipient may be about us: five of them in a row pause the mailing.
    example: '550 5.2.1 Mailbox unavailable. Your IP address is blacklisted using SPAMHAUS-XBL',
    after: 'rcpt',
    matches: ({ stage }) => stage === 'rcpt',
    means: 'suspect',
  },
  {
    example: '554 5.7.1 Message rejected due to content',
    after: 'dot',
    matches: ({ stage }) => stage === 'dot',
    means: 'content',
  },
  {
    example: '550 5.7.1 You are not allowed to send as this sender',
    after: 'mail',
    matches: ({ stage }) => stage === 'mail',
    means: 'sender',
  },
  {
    example: '554 5.5.1 No valid recipients',
    after: 'data',
    matches: () => true,
    means: 'transaction',
  },
];

/** @param reply a refusal: 4xx or 5xx */
export function meaningOf(reply: ServerReply): Meaning {
  return replyClasses.find(({ matches }) => matches(reply))?.means ?? 'transaction';
}

/** Whether a server refuses to go on because the connection is in clear text, whoever asks. */
export function wantsTlsFirst({ code, text }: Pick<ServerReply, 'code' | 'text'>): boolean {
  return code === 530 && /\bstarttls\b/i.test(text);
}

function isLater(code: number): boolean {
  return code < 500;
}

/** Whether it was heard of this one recipient; what is refused earlier is common to all. */
function namesRecipient({ stage }: ServerReply): boolean {
  return stage === 'rcpt' || stage === 'dot';
}

/** Greylisting has 4.7.1 and words of its own; other codes of policy may mean anything without a word of pace. */
function speaksOfRate({ enhanced = '', text }: ServerReply): boolean {
  if (['4.7.28', '4.7.500', '4.7.650'].includes(enhanced)) return true;
  return (enhanced === '' || enhanced.startsWith('4.7.')) && tooFast.test(withoutAddresses(text));
}

/** Whether a server’s words are about the sender, its server or its message, and not about the recipient. */
export function speaksOfUs(text: string): boolean {
  return aboutUs.test(withoutAddresses(text));
}

/** Servers quote the recipient, whose name may hold any of these words: `policy@example.com`. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>]{1,64}@[^\s<>]{1,255}/g, '');
}
