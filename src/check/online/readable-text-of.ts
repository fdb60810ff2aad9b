/** Elements whose content nobody reads. */
const unread = ['script', 'style', 'template', 'noscript', 'head'].map((name) => ({
  opening: new RegExp(`^<${name}[\\s>]`),
  closing: `</${name}`,
}));

/** The words of a page, without its markup. Linear in its length, whatever stands in it. */
export function readableTextOf(html: string): string {
  // Letter by letter: other lower-case forms can be longer, and would shift what follows.
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return text + html.slice(at);
    text += `${html.slice(at, open)} `;
    const next = endOfMarkup(lower, open);
    if (next < 0) return text;
    at = next;
  }
  return text;
}

/** Where the comment, the tag, or the element with all that is in it ends that opens here; -1 when it never does. */
function endOfMarkup(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return after(lower, '-->', open);
  const start = lower.slice(open, open + 12);
  const element = unread.find(({ opening }) => opening.test(start));
  const close = element === undefined ? open : lower.indexOf(element.closing, open);
  return close < 0 ? -1 : after(lower, '>', close);
}

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? -1 : found + sign.length;
}
