import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { headerOf } from '../mime/read-headers.ts';
import type { MailPart } from '../mime/read-mail.ts';
import { textOf } from '../mime/text-of.ts';

/** Characters of a letter that are read, and lines of it: whoever wants to leave says so first. */
const longestLetter = 20_000;
const mostLines = 60;

/** What the writer of a mail wrote themselves: without what they answer to, their signature, and what is attached. */
export function ownWords(mail: MailPart): readonly string[] {
  const lines = textOfLetter(mail).split(/\r?\n/, mostLines);
  const end = lines.findIndex((line, index) => isEnd(line, lines[index + 1] ?? ''));
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trim()).filter((line) => line !== '');
}

/** Some programs write an empty plain part beside the letter. */
function textOfLetter(mail: MailPart): string {
  const plain = findLetter(mail, 'text/plain');
  const text = plain === undefined ? '' : textOf(plain).slice(0, longestLetter);
  if (text.trim() !== '') return text;
  const html = findLetter(mail, 'text/html');
  return html === undefined ? '' : textOfHtml(textOf(html));
}

function findLetter(part: MailPart, type: string): MailPart | undefined {
  if (/^attachment\b/i.test(headerOf(part.headers, 'content-disposition') ?? '')) return undefined;
  if (part.type === type) return part;
  for (const inner of part.parts) {
    const found = findLetter(inner, type);
    if (found !== undefined) return found;
  }
  return undefined;
}

const quotation = /^\s*(?:>|\||-{2,}\s*[\p{L}' ]{5,40}-{2,}\s*$|_{8,}\s*$|begin forwarded message)/iu;
/** `On 5 March penny <hello@penny.example> wrote:`, which may run on to the next line. */
const introduction =
  /^\s*(?:(?:on|am|le|el|op) .{0,300}|.{0,300}) (?:wrote|schrieb|a écrit|escribió|schreef)(?:\s*:| .{0,100}:)\s*$/i;
const heading = /^\s*\*?(?:from|von|de|van)\*?\s*:/i;
const nextHeading =
  /^\s*\*?(?:sent|gesendet|date|datum|envoyé|enviado|verzonden|to|an|subject|betreff)\*?\s*:/i;
const signature =
  /^(?:-- ?$|sent from |gesendet von |von meinem |von unterwegs|envoyé |enviado desde |verstuurd vanaf |get outlook )/i;

function isEnd(line: string, next: string): boolean {
  return (
    quotation.test(line) ||
    signature.test(line.trimStart()) ||
    introduction.test(line) ||
    (/^\s*(?:on|am|le|el|op)\b/i.test(line) &&
      introduction.test(`${line.slice(0, 200)} ${next.slice(0, 100)}`)) ||
    (heading.test(line) && nextHeading.test(next))
  );
}

/** Where mail programs put what is answered to. */
const quotedHtml =
  /<blockquote|<hr|<div[^>]{0,300}(?:gmail_quote|divRplyFwdMsg|appendonsend|moz-cite-prefix|yahoo_quoted|protonmail_quote|mail-editor-reference|name="?quote)/i;

/** Characters that are looked at: styles of a hundred thousand may stand before the first word. */
const longestHtml = 200_000;

function textOfHtml(html: string): string {
  const letter = withoutUnseen(html.slice(0, longestHtml));
  const end = letter.search(quotedHtml);
  return (end < 0 ? letter : letter.slice(0, end))
    .slice(0, longestLetter)
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]{0,1000}>/gi, '\n')
    .replaceAll(/<[^>]{0,1000}>/g, ' ')
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/&#x([\da-f]{1,4});/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&(\w{2,20});/g, (found, name: string) => decodeNamedCharacterReference(name) || found)
    .replaceAll('\u00a0', ' ');
}

const unseen = [
  ['<!--', '-->'],
  ['<style', '</style>'],
  ['<script', '</script>'],
  ['<title', '</title>'],
] as const;

/** Without comments, styles, scripts and the title; one that nothing ends reaches to the end. */
function withoutUnseen(html: string): string {
  return unseen.reduce((rest, [opening, closing]) => withoutBetween(rest, opening, closing), html);
}

function withoutBetween(html: string, opening: string, closing: string): string {
  const folded = html.toLowerCase();
  let kept = '';
  let from = 0;
  for (let start = folded.indexOf(opening); start >= 0; start = folded.indexOf(opening, from)) {
    kept += html.slice(from, start);
    const end = folded.indexOf(closing, start);
    if (end < 0) return kept;
    from = end + closing.length;
  }
  return kept + html.slice(from);
}
