/**
 * The document as it stands in a frame: a link opens a tab of its own, because in the frame it would put something
 * else in the letter's place; one to a place within the document stays.
 */
export function framedDocument(html: string): string {
  return html
    .replace(/<head\b[^>]*>/i, (head) => `${head}<base target="_blank">`)
    .replaceAll(/<a\b(?=[^>]*\shref="#)/gi, (start) => `${start} target="_self"`);
}
