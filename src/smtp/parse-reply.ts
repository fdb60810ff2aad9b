import type { ServerReply, Stage } from '../delivery/mailer.ts';

const longestText = 500;

/**
 * Reads a server's reply, one line or several (RFC 5321 §4.2), for people and for classification: control characters
 * are gone, so that no server writes to somebody's terminal.
 *
 * @param response what the server sent, without the last line end
 */
export function parseReply(response: string, stage: Stage): ServerReply {
  const lines = response.slice(0, 10 * longestText).split(/\r?\n/);
  const code = Number(/^\d{3}/.exec(lines[0] ?? '')?.[0] ?? 0);
  const enhanced = findEnhanced(lines);
  const words = lines.map((line) =>
    line.replace(/^\d{3}[ -]?/, '').replace(/^[245]\.\d{1,3}\.\d{1,3} ?/, ''),
  );
  const text = oneLine(words.join(' '));
  const queueId = stage === 'dot' ? findQueueId(text) : undefined;
  return {
    kind: 'reply',
    stage,
    code,
    text,
    ...(enhanced === undefined ? {} : { enhanced }),
    ...(queueId === undefined ? {} : { queueId }),
  };
}

/** What all lines that name one agree on (RFC 2034 §4): a server that contradicts itself has said nothing. */
function findEnhanced(lines: readonly string[]): string | undefined {
  const named = lines.flatMap((line) => /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(line)?.[1] ?? []);
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** Text that is safe to show: one line, no control or direction characters, at most 500 characters. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestText)
    .toWellFormed();
}

/** `queued as 4F2A1C0` (Postfix), `id=1vAbCd-000123-Xy` (Exim), `queued as/id …` of others. */
function findQueueId(text: string): string | undefined {
  return /(?:queued as|queued with id|\bid=|message id) ?<?([\w.@-]{4,100})/i.exec(text)?.[1];
}
