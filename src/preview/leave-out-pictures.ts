/** What stands where a picture would: its words, in a box of its size. */
const style = '<style>img { outline: 1px dashed #868f99; outline-offset: -1px; font-style: italic }</style>';

/** The document as many see it first, and some always: without its pictures. What styles ask for, the policy forbids. */
export function leaveOutPictures(html: string): string {
  return html
    .replace(/<\/head>/i, (end) => `${style}${end}`)
    .replaceAll(/<(?:img|source)\b(?:[^"'>]|"[^"]*"|'[^']*')*>/gi, (tag) =>
      tag.replaceAll(/\s(?:src|srcset)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
    );
}
