import type { Line } from './remark.ts';

/**
 * The lines with something in them, numbered as an editor does. White space at both ends goes; a tab within is a space,
 * which is how it is shown; a bullet of Word's, a letter of a font of signs, is a bullet.
 */
export function readLines(text: string): readonly Line[] {
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line, index): Line => ({ number: index + 1, text: tidy(line) }))
    .filter((line) => line.text !== '');
}

function tidy(line: string): string {
  return trimInvisible(line)
    .replace(/^(?:[oØü§]\t+|[\uf000-\uf0ff]\s*)(?=\S)/, '• ')
    .replaceAll(/\t+/g, ' ');
}

/** `trim` leaves what has no width. */
function trimInvisible(text: string): string {
  const isEmpty = (at: number): boolean => /[\s\u200b\u2060\ufeff]/.test(text.charAt(at));
  let start = 0;
  let end = text.length;
  while (start < end && isEmpty(start)) start += 1;
  while (end > start && isEmpty(end - 1)) end -= 1;
  return text.slice(start, end);
}
