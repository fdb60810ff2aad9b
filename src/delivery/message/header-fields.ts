import { encodeWord, encodeWords, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import { HeaderError, requireHeaderText } from '../header-error.ts';

/** Characters of an encoded word, so that no line of a header is longer than 76 (RFC 2047 §2). */
const longestWord = 52;
/** Octets of a line, without CRLF (RFC 5322 §2.1.1). */
const longestLine = 998;

/** Spaces that folding could leave alone on a line, which RFC 5322 §3.2.2 forbids. */
const manySpaces = / {2}/;

/** A header field of text that may be beyond ASCII, folded, with CRLF at its end. */
export function textField(name: string, value: string): string {
  const text = requireHeaderText(`the ${name.toLowerCase()}`, value).trim();
  return foldedField(
    name,
    manySpaces.test(text) ? encodeWord(text, 'B', longestWord) : encodeWords(text, 'B', longestWord, true),
  );
}

/** A header field of one mailbox. */
export function mailboxField(
  name: string,
  mailbox: { readonly name: string; readonly address: string },
): string {
  const { address } = mailbox;
  const person = mailbox.name.trim();
  requireHeaderText(`the address in ${name}`, address);
  return foldedField(name, person === '' ? address : `${encodeName(person)} <${address}>`);
}

/** A header field that must stand on one line, as signatures and one-click unsubscribing like it. */
export function plainField(name: string, value: string): string {
  return requireShortLines(name, `${name}: ${requireHeaderText(name, value)}\r\n`);
}

/** @param moment in milliseconds since 1970 */
export function dateField(moment: number): string {
  return plainField('Date', new Date(moment).toUTCString().replace(/GMT/, '+0000'));
}

function foldedField(name: string, value: string): string {
  return requireShortLines(name, `${foldLines(`${name}: ${value}`, 76)}\r\n`);
}

/** A word that is too long for a line cannot be folded. */
function requireShortLines(name: string, field: string): string {
  if (field.length > longestLine && field.split('\r\n').some((line) => Buffer.byteLength(line) > longestLine))
    throw new HeaderError(`a line of ${name} would be longer than ${longestLine} bytes`, 'shorten it');
  return field;
}

/** A name as it may stand in front of an address: bare, quoted, or encoded (RFC 5322 §3.4, RFC 2047 §5). */
function encodeName(name: string): string {
  const isPlain = /^[ -~]*$/.test(name) && !manySpaces.test(name);
  if (isPlain && /^[\w ]*$/.test(name)) return name;
  return isPlain ? quoteString(name) : encodeWord(name, 'B', longestWord);
}
