import type { Finding } from '../../source/finding.ts';

/** Signs of a quotation that are shown. */
const most = 60;

/** Signs of a quotation that are kept until it is known what must not be shown. */
const mostKept = 1000;

/**
 * A piece of the author’s text for a message: in quotation marks, and on one line. It is cut later, by `shortenQuotes`:
 * a cut before what must not appear is taken out would leave a part of it.
 */
export function quote(text: string): string {
  return `“${keepStart(text.replaceAll(/\s+/g, ' '), mostKept)}”`;
}

/** The finding with its quotations cut where they are long; what must not appear is taken out of it by now. */
export function shortenQuotes(finding: Finding): Finding {
  const { message, hint } = finding;
  return { ...finding, message: shorten(message), ...(hint === undefined ? {} : { hint: shorten(hint) }) };
}

function shorten(text: string): string {
  if (text.length <= most) return text;
  return text.replaceAll(/“((?:[^“”]|“[^“”]*”)*)”/g, (_, quoted: string) => `“${keepStart(quoted, most)}”`);
}

function keepStart(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}
