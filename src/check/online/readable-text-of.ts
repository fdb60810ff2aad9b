/** Elements whose content nobody reads. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

/** What a page keeps for a case that is not this one. */
const hidden = /\shidden(?=[\s=>/])|display\s*:\s*none/;

/** Elements that have no end of their own. */
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** Elements that stand within a sentence. */
const inline: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'em', 'font', 'i', 'mark', 'q', 's'],
  ...['small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'wbr'],
]);

/**
 * The words of a page, without its markup and without what is hidden, a line for each block. Linear in the page's
 * length, whatever stands in it.
 */
export function readableTextOf(html: string): string {
  // Letter by letter: other lower-case forms can be longer, and would shift what follows.
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push(html.slice(at, open < 0 ? html.length : open).replaceAll(/\s+/g, ' '));
    if (open < 0) break;
    const { end, isInline } = readMarkup(lower, open);
    if (!isInline) parts.push('\n');
    at = end;
  }
  return parts.join('');
}

interface Markup {
  /** Behind the comment, the tag, or an element whose content nobody reads; the end of the page when it never ends. */
  readonly end: number;
  readonly isInline: boolean;
}

function readMarkup(lower: string, open: number): Markup {
  if (lower.startsWith('<!--', open)) return { end: after(lower, '-->', open), isInline: true };
  const end = after(lower, '>', open);
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z\d-]*)/.exec(lower.slice(open, open + 40)) ?? [];
  const isUnread = unread.has(name) || (!empty.has(name) && hidden.test(lower.slice(open, end)));
  if (slash === '' && isUnread) return { end: endOfElement(lower, name, end), isInline: false };
  return { end, isInline: inline.has(name) };
}

/** Where the element ends whose content starts here. Within a script only its own end counts. */
function endOfElement(lower: string, name: string, start: number): number {
  if (unread.has(name)) return after(lower, '>', after(lower, `</${name}`, start));
  const tags = new RegExp(`<(/?)${name}(?![a-z\\d-])`, 'g');
  tags.lastIndex = start;
  let depth = 1;
  for (let tag = tags.exec(lower); tag !== null; tag = tags.exec(lower)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return after(lower, '>', tag.index);
  }
  return lower.length;
}

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found + sign.length;
}
