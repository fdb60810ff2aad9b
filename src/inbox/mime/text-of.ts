import { TextDecoder } from 'node:util';
import { headerOf } from './read-headers.ts';
import type { MailPart } from './read-mail.ts';

/** What a part says, decoded. A broken encoding or an unknown charset leaves what can be read of it. */
export function textOf({ headers, parameters, content }: MailPart): string {
  const encoding = headerOf(headers, 'content-transfer-encoding')?.trim().toLowerCase() ?? '';
  return decodeCharset(decodeTransfer(content, encoding), parameters.get('charset'));
}

/** RFC 2045 §6. */
function decodeTransfer(content: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(content.replaceAll('=\n', ''));
  return Buffer.from(content, 'latin1');
}

export function decodeQuotedPrintable(text: string): Uint8Array {
  const bytes = text.replaceAll(/=([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

/** As UTF-8 unless a charset is named that is known. */
export function decodeCharset(bytes: Uint8Array, label = 'utf-8'): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
