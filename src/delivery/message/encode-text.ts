import { encode, wrap } from 'nodemailer/lib/qp';

/** Characters of a line, with the soft line break at its end (RFC 2045 §6.7, rule 5). */
const longestLine = 76;

/**
 * Text as whole lines of quoted-printable (RFC 2045 §6.7), none longer than 76 characters. What does not end with a
 * line end gets a soft one, which a reader does not see: so pieces of a part can be encoded one by one and joined.
 */
export function encodeLines(text: string): string {
  if (text === '') return '';
  const encoded = wrap(encode(text.replaceAll(/\r\n?|\n/g, '\r\n')), longestLine);
  if (encoded.endsWith('\r\n')) return encoded;
  const last = encoded.slice(encoded.lastIndexOf('\n') + 1);
  return `${encoded.slice(0, -last.length)}${wrap(last, longestLine - 1)}=\r\n`;
}
