import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { headerOf } from '../mime/read-headers.ts';
import type { MailPart } from '../mime/read-mail.ts';
import { textOf } from '../mime/text-of.ts';

/** Characters of a letter that are read: a whole newsletter may stand before the answer. And lines of the answer. */
const longestLetter = 200_000;
const mostLines = 60;

/**
 * What the writer of a mail wrote themselves, above, between or below what they answer to: without that, their signature,
 * and what is attached. Lines of the plain part and of the HTML: programs write an empty one, or a note of their own, into
 * one of them.
 */
export function ownLetters(mail: MailPart): readonly (readonly string[])[] {
  const plain = partsOf(mail, 'text/plain').map(textOf).join('\n');
  const html = partsOf(mail, 'text/html').map((part) => textOfHtml(textOf(part)));
  return [plain, html.join('\n')].map(ownWords).filter((words) => words.length > 0);
}

function ownWords(text: string): readonly string[] {
  const lines = text
    .slice(0, longestLetter)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const own: string[] = [];
  for (let at = 0; at < lines.length && own.length < mostLines; at += 1) {
    const [line = '', next = '', third = ''] = lines.slice(at, at + 3);
    if (isEnd(line, next)) break;
    if (isQuoted(line) || isSignOff(line)) continue;
    const length = lengthOfIntroduction(line, next);
    if (length === 0) own.push(line);
    else if (isQuoted(length === 1 ? next : third)) at += length - 1;
    // What some programs put below it is not marked as quoted, and reaches to the end.
    else break;
  }
  return own;
}

/** All parts of a type that are no file: a letter may lie around a picture in two of them. */
function partsOf(part: MailPart, type: string): readonly MailPart[] {
  const disposition = headerOf(part.headers, 'content-disposition') ?? '';
  if (/^\s*attachment\b|filename/i.test(disposition) || part.parameters.has('name')) return [];
  return part.type === type ? [part] : part.parts.flatMap((inner) => partsOf(inner, type));
}

/** Behind it everything is somebody else's, or a program's. */
const end = /^(?:-{2,}\s*[\p{L}'’ -]{5,40}-{2,}$|_{8,}$|begin forwarded message|--$)/iu;
const longestEnd = 200;
const heading =
  /^\*?(?:from|von|de|van|sent|gesendet|date|datum|envoyé|enviado|verzonden|to|an|subject|betreff|objet|asunto)\*?\s*:/i;

function isEnd(line: string, next: string): boolean {
  return (line.length <= longestEnd && end.test(line)) || (heading.test(line) && heading.test(next));
}

/** What telephones write below a letter. */
const signOff =
  /^(?:sent (?:from|with|via) |gesendet (?:von|mit) |von mein\p{L}+ .{0,30}(?:gesendet|iphone|ipad|handy|galaxy|smartphone)|von unterwegs|envoyé (?:de|depuis) |enviado (?:desde|con) |(?:verstuurd|verzonden) vanaf |(?:get|holen sie sich|obtenir|obtener|download) outlook )/iu;
const longestSignOff = 80;

function isSignOff(line: string): boolean {
  return line.length <= longestSignOff && signOff.test(line);
}

function isQuoted(line: string): boolean {
  return /^[>|]/.test(line);
}

/** `On 5 March penny <hello@penny.example> wrote:`. */
const introduction =
  /^(?:(?:on|am|le|el|op) .{0,300}|.{0,300}) (?:wrote|schrieb|geschrieben|a écrit|escribió|schreef|geschreven)(?:\s*:| .{0,100}:)$/i;

const opening = /^(?:on|am|le|el|op) /i;

/** In lines: an introduction may run on to the next one. */
function lengthOfIntroduction(line: string, next: string): number {
  if (introduction.test(line)) return 1;
  const runsOn = opening.test(line) && /\d/.test(line) && !opening.test(next);
  return runsOn && introduction.test(`${line.slice(0, 200)} ${next.slice(0, 100)}`) ? 2 : 0;
}

/** Where mail programs put what is answered to. */
const quotedHtml =
  /<hr|<div[^<>]{0,300}(?:gmail_quote|divRplyFwdMsg|appendonsend|yahoo_quoted|protonmail_quote|mail-editor-reference|name="?quote)/i;

/**
 * Enough of HTML to read a letter. A parser that mends formatting as browsers do (https://html.spec.whatwg.org, the
 * adoption agency) takes seconds and a gigabyte for 30 KB that somebody wrote for that.
 */
function textOfHtml(html: string): string {
  const letter = withoutQuotes(withoutUnseen(html.slice(0, longestLetter)));
  const quoted = letter.search(quotedHtml);
  return (quoted < 0 ? letter : letter.slice(0, quoted))
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]{0,1000}>/gi, '\n')
    .replaceAll(/<[^<>]{0,1000}>/g, ' ')
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/&#x([\da-f]{1,4});/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&(\w{2,20});/g, (found, name: string) => decodeNamedCharacterReference(name) || found)
    .replaceAll('\u00a0', ' ');
}

/** A mark is left of each quotation. */
function withoutQuotes(html: string): string {
  let [kept, from, depth] = ['', 0, 0];
  for (const { 0: tag, 1: slash, index } of html.matchAll(/<(\/?)blockquote\b[^<>]{0,1000}>/gi)) {
    if (depth === 0) kept += html.slice(from, index);
    if (depth === 0 && slash === '') kept += '<br>&gt;<br>';
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    from = index + tag.length;
  }
  return depth === 0 ? kept + html.slice(from) : kept;
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
    const close = folded.indexOf(closing, start);
    if (close < 0) return kept;
    from = close + closing.length;
  }
  return kept + html.slice(from);
}
