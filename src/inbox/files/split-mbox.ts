import { mostMailBytes } from '../mime/read-mail.ts';
import type { FoundMail } from '../sort-mail.ts';

/** A line that starts a message: `From MAILER-DAEMON Thu Nov 26 09:00:00 2026` (RFC 4155). */
const fromLine = /^From (\S*) .*\d\d:\d\d/;

/** Whether a file that starts so is an mbox. */
export function isMbox(start: string): boolean {
  return fromLine.test(start.split('\n', 1)[0] ?? '');
}

/**
 * Takes an mbox apart, as it comes: memory holds one message. Lines of a message that start with `From `, quoted by
 * one `>`, are unquoted.
 *
 * @param name for people: of the file
 */
export async function* splitMbox(input: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<FoundMail> {
  let message: OpenMessage | undefined;
  let number = 0;
  let afterEmpty = true;
  for await (const line of linesOf(input)) {
    const [, sender] = (afterEmpty ? fromLine.exec(line) : null) ?? [];
    if (sender !== undefined) {
      if (message !== undefined) yield close(message);
      number += 1;
      message = { source: `${name}, message ${number}`, sender, lines: [], size: 0 };
    } else if (message !== undefined) keep(message, line);
    afterEmpty = line === '' || line === '\r';
  }
  if (message !== undefined) yield close(message);
}

interface OpenMessage {
  readonly source: string;
  readonly sender: string;
  lines: string[];
  size: number;
}

function keep(message: OpenMessage, line: string): void {
  const text = /^>+From /.test(line) ? line.slice(1) : line;
  message.size += text.length + 1;
  if (message.size > mostMailBytes) message.lines = [];
  else message.lines.push(text);
}

function close({ source, sender, lines, size }: OpenMessage): FoundMail {
  // Bounces come from MAILER-DAEMON, or from <>. Thunderbird writes - for everybody, which says nothing.
  const envelope = { envelopeFrom: /^(mailer-daemon|<>)$/i.test(sender) ? '' : sender };
  if (size > mostMailBytes) return { source, ...envelope };
  return { source, ...envelope, bytes: Buffer.from(lines.join('\n'), 'latin1') };
}

/** One character a byte, without the line feed. What is left of a line that is longer than a message is not kept. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = (lines.pop() ?? '').slice(0, mostMailBytes + 1);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
