import type { Mailer, MailerReply } from '../../src/delivery/mailer.ts';

/** What a server says to one address, one answer an attempt; after the last one it accepts. */
export type Script = Readonly<Record<string, readonly Answer[]>>;
export type Answer = MailerReply | 'lostAfterDot';

export interface ScriptedMailer extends Mailer {
  /** Every address whose message got its dot, in that order. */
  readonly dots: readonly string[];
  /** The Message-IDs of those messages. */
  readonly messageIds: readonly string[];
  readonly connections: () => number;
}

interface Limits {
  /** The answer to every connection. */
  readonly refusal?: MailerReply;
  /** Connections at the same time. */
  readonly mostOpen?: number;
  /** Messages over one connection, before the server ends it. */
  readonly mostPerConnection?: number;
}

/** A mail server that does as it is told; it accepts whoever is not in the script. */
export function createScriptedMailer(
  script: Script = {},
  { refusal, mostOpen = 100, mostPerConnection = Infinity }: Limits = {},
): ScriptedMailer {
  const dots: string[] = [];
  const messageIds: string[] = [];
  const attempts = new Map<string, number>();
  let connections = 0;
  let open = 0;
  return {
    transport: 'smtp',
    description: 'scripted',
    dots,
    messageIds,
    connections: () => connections,
    hasArrived: async () => 'unknowable',
    async connect() {
      connections += 1;
      if (refusal !== undefined) return refusal;
      if (open >= mostOpen)
        return { kind: 'reply', stage: 'greeting', code: 421, text: 'too many connections' };
      open += 1;
      let usable = true;
      let taken = 0;
      /** As with a real one: after silence nobody can go on talking. */
      const heard = (reply: MailerReply): MailerReply => {
        usable = usable && reply.kind === 'reply';
        return reply;
      };
      return {
        get usable() {
          return usable;
        },
        close: async () => {
          open -= 1;
        },
        async deliver({ envelope, messageId }, beforeDot) {
          if (taken === mostPerConnection) {
            usable = false;
            const text = 'too many messages in this session';
            return { kind: 'reply', stage: 'mail', code: 421, enhanced: '4.7.0', text };
          }
          taken += 1;
          const attempt = attempts.get(envelope.to) ?? 0;
          attempts.set(envelope.to, attempt + 1);
          const answer = script[envelope.to]?.[attempt];
          if (answer !== undefined && answer !== 'lostAfterDot' && answer.stage !== 'dot')
            return heard(answer);
          try {
            await beforeDot();
          } catch {
            return heard({ kind: 'noReply', stage: 'body', text: 'refused', refusedByUs: true });
          }
          dots.push(envelope.to);
          messageIds.push(messageId);
          if (answer === 'lostAfterDot')
            return heard({ kind: 'noReply', stage: 'dot', text: 'connection lost' });
          return answer ?? { kind: 'reply', stage: 'dot', code: 250, text: 'ok' };
        },
      };
    },
  };
}
