import type { Mailer, MailerReply } from '../../src/delivery/mailer.ts';

/** What a server says to one address, one answer an attempt; after the last one it accepts. */
export type Script = Readonly<Record<string, readonly Answer[]>>;
export type Answer = MailerReply | 'lostAfterDot';

export interface ScriptedMailer extends Mailer {
  /** Every address whose message got its dot, in that order. */
  readonly dots: readonly string[];
  readonly connections: () => number;
}

/** A mail server that does as it is told; it accepts whoever is not in the script. */
export function createScriptedMailer(script: Script = {}, refusal?: MailerReply): ScriptedMailer {
  const dots: string[] = [];
  const attempts = new Map<string, number>();
  let connections = 0;
  return {
    transport: 'smtp',
    description: 'scripted',
    dots,
    connections: () => connections,
    async connect() {
      connections += 1;
      if (refusal !== undefined) return refusal;
      return {
        usable: true,
        close: async () => {},
        async deliver({ envelope }, beforeDot) {
          const attempt = attempts.get(envelope.to) ?? 0;
          attempts.set(envelope.to, attempt + 1);
          const answer = script[envelope.to]?.[attempt];
          if (answer !== undefined && answer !== 'lostAfterDot' && answer.stage !== 'dot') return answer;
          try {
            beforeDot();
          } catch {
            return { kind: 'noReply', stage: 'body', text: 'refused', refusedByUs: true };
          }
          dots.push(envelope.to);
          if (answer === 'lostAfterDot') return { kind: 'noReply', stage: 'dot', text: 'connection lost' };
          return answer ?? { kind: 'reply', stage: 'dot', code: 250, text: 'ok' };
        },
      };
    },
  };
}
