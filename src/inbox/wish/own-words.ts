import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { findPart, type MailPart } from '../mime/read-mail.ts';
import { textOf } from '../mime/text-of.ts';

/** Characters of a letter that are read, and lines of it: whoever wants to leave says so first. */
const longestLetter = 20_000;
const mostLines = 60;

/** What the writer of a letter wrote themselves: without what they answer to, and without their signature. */
export function ownWords(mail: MailPart): readonly string[] {
  const lines = lettersOf(mail).split(/\r?\n/, mostLines);
  const end = lines.findIndex((line, index) => isEnd(line, lines[index + 1] ?? ''));
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trim()).filter((line) => line !== '');
}

function lettersOf(mail: MailPart): string {
  const plain = findPart(mail, ['text/plain', '']);
  if (plain !== undefined) return textOf(plain).slice(0, longestLetter);
  const html = findPart(mail, ['text/html']);
  return html === undefined ? '' : textOfHtml(textOf(html).slice(0, longestLetter));
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

function textOfHtml(html: string): string {
  const end = html.search(quotedHtml);
  return (end < 0 ? html : html.slice(0, end))
    .replaceAll(/<(style|script|title)\b[^>]{0,1000}>[^<]{0,20000}/gi, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]{0,1000}>/gi, '\n')
    .replaceAll(/<[^>]{0,1000}>/g, ' ')
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/&(\w{2,20});/g, (found, name: string) => decodeNamedCharacterReference(name) || found)
    .replaceAll('\u00a0', ' ');
}
