import { encode, wrap } from 'nodemailer/lib/qp';

/**
 * Text as whole lines of quoted-printable (RFC 2045 §6.7), none longer than 76 characters. What does not end with a
 * line end gets a soft one, which a reader does not see: so pieces of a part can be encoded one by one and joined.
 */
export function encodeLines(text: string): string {
  if (text === '') return '';
  const encoded = wrap(encode(text.replaceAll(/\r\n?|\n/g, '\r\n')), 76);
  return encoded.endsWith('\r\n') ? encoded : `${encoded}=\r\n`;
}
