import { readLabel } from './read-label.ts';
import { type Line, type Remark, remark } from './remark.ts';

export interface Residue {
  /** The lines between what is left over at both ends. */
  readonly lines: readonly Line[];
  readonly dropped: readonly Remark[];
}

const button =
  /^(?:reply(?: all)?|forward|reply(?: all)? forward|unsubscribe|subscribe(?: now)?|sign in|share(?: this post)?|like|restack|(?:leave a )?comment|(?:view|read|open)(?: (?:this|the) (?:e-?mail|issue|message|post))? (?:in (?:your |the |a )?browser|online)|(?:manage|update|change)(?: your)? (?:preferences|subscriptions?)|thanks for reading\b.*\bsubscribe\b.*|sent from my \S.*|get outlook for \S.*)\.?$/i;

/** What Substack shows beside its buttons: how many likes there are, the day, and whose page it is. */
const besideButtons = /^(?:\d{1,4}|\p{L}{3,9}\.? \d{1,2}, \d{4}|[©∙·].*)$/u;

/** Takes off what a mail program, or the page or the footer of a newsletter, leaves around a text that was copied out of it. */
export function findResidue(all: readonly Line[]): Residue {
  const subject = countHeadersBelowSubject(all) > 0 ? all.slice(0, 1) : [];
  const headers = subject.length > 0 ? 1 + countHeadersBelowSubject(all) : countHeaders(all);
  const signature = findSignature(all);
  const lines = [...subject, ...all.slice(headers, signature)];
  const first = lines.findIndex((line) => !isButton(line));
  if (first < 0) return { lines: all, dropped: [] };
  const last = endBeforeButtons(lines);
  const left = [...lines.slice(0, first), ...lines.slice(last)];
  return {
    lines: lines.slice(first, last),
    dropped: [
      ...all.slice(subject.length, headers).map((line) => remark(line, 'the header of a mail')),
      ...left.map((line) => remark(line, 'left over from a mail program')),
      ...all.slice(signature).map((line) => remark(line, 'the signature of a mail')),
    ],
  };
}

/** How many lines remain when the buttons at the end, and what stands beside them, are gone. */
export function endBeforeButtons(lines: readonly Line[]): number {
  let end = lines.length;
  let at = lines.length;
  for (let line = lines[at - 1]; line !== undefined; line = lines[at - 1]) {
    if (isButton(line)) end = at - 1;
    else if (!besideButtons.test(line.text)) break;
    at -= 1;
  }
  // What stands beside the buttons goes with them, in front of the first one too; without a button it is text.
  return end < lines.length ? at : end;
}

/** Buttons stand in a row, with something between them. */
function isButton({ text }: Line): boolean {
  const isOne = (words: string): boolean => button.test(words.trim());
  return text.length < 200 && (isOne(text) || text.split(/[|·•/]/).every(isOne));
}

const forwarded =
  /^(?:-{3,} ?(?:forwarded|original) message ?-{3,}|begin forwarded message:|on .{6,80} wrote:|from: .*)$/i;
const header = /^(?:from|sent|date|to|cc|bcc|reply-to|subject|importance|caution): .*$/i;

/** What stands above a mail that was forwarded or answered. */
function countHeaders(lines: readonly Line[]): number {
  if (!forwarded.test(lines[0]?.text ?? '')) return 0;
  let count = 1;
  while (header.test(lines[count]?.text ?? '')) count += 1;
  return count < lines.length ? count : 0;
}

/** Below a subject, which is the title, the other fields of a mail's header may stand. */
function countHeadersBelowSubject([first, ...below]: readonly Line[]): number {
  if (!/^subject: ?\S/i.test(first?.text ?? '')) return 0;
  const count = below.findIndex(({ text }) => !header.test(text));
  return Math.max(count, 0);
}

/** Where the signature starts, by the sign that mail programs set before one (RFC 3676, 4.3); the end when there is none. */
function findSignature(lines: readonly Line[]): number {
  const start = lines.findLastIndex(({ text }) => text === '--');
  const isOne =
    start > 0 && lines.length - start <= 10 && lines.slice(start).every(({ text }) => !readLabel(text));
  return isOne ? start : lines.length;
}
