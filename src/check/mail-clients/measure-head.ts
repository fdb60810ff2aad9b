import type { Discovery } from './discovery.ts';
import { mailClientRules } from './mail-client-rules.ts';

/** A style sheet that stays in the head of the mail. */
export interface HeadStyle {
  readonly file: string;
  readonly css: string;
  /** Where it starts in the file. */
  readonly start: number;
}

/** Gmail reads as many bytes of the head's styles and no more (github.com/hteumeuleu/email-bugs/issues/90). */
const most = 16 * 1024;

/**
 * The style sheet with which the head becomes larger than Gmail reads, if one does.
 *
 * @param own those that somebody can make smaller
 * @param builtIn those that stand in the head beside them
 */
export function measureHead(
  own: readonly HeadStyle[],
  builtIn: readonly HeadStyle[],
): { readonly file: string; readonly discovery: Discovery } | undefined {
  const sizes = own.map(({ css }) => sentSize(css));
  const before = sumOf(builtIn.map(({ css }) => sentSize(css)));
  const total = before + sumOf(sizes);
  let sum = before;
  const index = sizes.findIndex((size) => {
    sum += size;
    return sum > most;
  });
  const style = own[index];
  if (style === undefined) return undefined;
  const start = style.start + style.css.search(/\S/);
  const end = start + 1;
  const message = `the styles in the head of the mail are ${Math.ceil(total / 1024)} KB, and Gmail reads 16 KB of them`;
  const hint = 'put into inline.css what need not be in the head';
  return { file: style.file, discovery: { rule: mailClientRules.styleSize, start, end, message, hint } };
}

function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** In bytes: without comments, and with a colour for each part of the theme: hardly any other stands in a head. */
function sentSize(css: string): number {
  const sent = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/var\(--[\w-]+\)/g, '#rrggbb');
  return Buffer.byteLength(sent.trim());
}
