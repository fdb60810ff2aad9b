import { readFileSync } from 'node:fs';

/** The 45 lines of the newsletter that all this is for, without the mail program's last one. */
export const seedLines: readonly string[] = readFileSync('tests/golden/seed.txt', 'utf8')
  .split('\n')
  .slice(0, 45);

/** The first line that does not follow the ones before it, to the character; `undefined` when all do. */
export function findMissingLine(text: string): string | undefined {
  let from = 0;
  return seedLines.find((line) => {
    const found = text.indexOf(line, from);
    from = found + line.length;
    return found < 0;
  });
}

/** What a reader sees of HTML: tags gone, entities decoded, white space as a browser folds it. */
export function visibleText(html: string): string {
  const bodyless = html
    .replaceAll(/<(style|title|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<!--[\s\S]*?-->/g, '');
  const blocks = bodyless.replaceAll(
    /<\/?(p|div|td|tr|table|h[1-6]|li|ul|ol|section|article|header)\b[^>]*>/g,
    '\n',
  );
  const decoded = blocks.replaceAll(/<[^>]+>/g, '').replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, decodeEntity);
  return decoded.replaceAll(/[^\S\n]+/g, ' ');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntity(entity: string, body: string): string {
  if (!body.startsWith('#')) return named[body] ?? entity;
  const number = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  return String.fromCodePoint(number);
}
