import { type Line, type Remark, remark } from './remark.ts';

export interface Residue {
  /** The lines between what is left over at both ends. */
  readonly lines: readonly Line[];
  readonly dropped: readonly Remark[];
}

const button =
  /^(?:reply(?: all)?|forward|unsubscribe|(?:view|read|open)(?: (?:this|the) (?:e-?mail|issue|message|post))? (?:in (?:your |the |a )?browser|online)|(?:manage|update|change)(?: your)? (?:preferences|subscriptions?)|sent from my \S.*|get outlook for \S.*)\.?$/i;

/** Takes off what a mail program, or the footer of a newsletter, leaves around a text that was copied out of it. */
export function findResidue(lines: readonly Line[]): Residue {
  const first = lines.findIndex((line) => !isResidue(line));
  const last = lines.findLastIndex((line) => !isResidue(line));
  if (first < 0) return { lines, dropped: [] };
  const around = [...lines.slice(0, first), ...lines.slice(last + 1)];
  return {
    lines: lines.slice(first, last + 1),
    dropped: around.map((line) => remark(line, 'left over from a mail program')),
  };
}

/** Buttons stand in a row, with something between them. */
function isResidue({ text }: Line): boolean {
  return text.split(/\s*[|·•/]\s*/).every((part) => button.test(part));
}
