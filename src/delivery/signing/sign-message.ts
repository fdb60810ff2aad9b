import { type KeyObject, sign } from 'node:crypto';
import {
  canonicaliseHeader,
  canonicaliseSigned,
  type HeaderField,
  readHeaders,
} from './canonicalise-headers.ts';
import type { SigningKey } from './signing-key.ts';

/** Signs messages for one domain. */
export interface Signer {
  /** The complete `DKIM-Signature: …` header with CRLF at its end, to stand in front of the others. */
  sign(parts: SignedParts): Promise<string>;
}

export interface SignedParts {
  /** The header block as it goes on the wire: CRLF, folded as it is sent. */
  readonly headers: string;
  /** Base64, from `hashBody` or a `BodyHash`. */
  readonly bodyHash: string;
  /** Milliseconds since 1970, as in the Date header. */
  readonly date: number;
}

/** Signed where they are there: https://www.rfc-editor.org/rfc/rfc6376#section-5.4.1, and what RFC 8058 §4 asks for. */
const signedNames = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Reply-To',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
  'Feedback-ID',
];

/** Signed once more than they are there, so that nobody can put another in front (RFC 6376 §8.15). */
const oversignedNames = new Set(['From', 'Subject', 'List-Unsubscribe', 'List-Unsubscribe-Post']);

/**
 * A signer with RSA-SHA256 in the relaxed form of headers and body (RFC 6376, RFC 8301). The whole body is signed.
 * The same parts give the same bytes. Signatures are made beside the program's own thread, several at a time.
 */
export function createSigner({ domain, selector, key }: SigningKey): Signer {
  return {
    async sign({ headers, bodyHash, date }) {
      const fields = readHeaders(headers);
      const names = namesToSign(fields);
      const unsigned = fold([
        'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;',
        ` d=${domain};`,
        ` s=${selector};`,
        ` t=${Math.floor(date / 1000)};`,
        ` bh=${bodyHash};`,
        ...names.map(
          (name, index) => `${index === 0 ? ' h=' : ''}${name}${index < names.length - 1 ? ':' : ';'}`,
        ),
        ' b=',
      ]);
      const own = canonicaliseHeader({ name: 'dkim-signature', field: unsigned });
      const signature = await signAside(`${canonicaliseSigned(fields, names)}${own}`, key);
      return `${fold([unsigned, ...(signature.match(/.{1,72}/g) ?? [])])}\r\n`;
    },
  };
}

function namesToSign(fields: readonly HeaderField[]): readonly string[] {
  return signedNames.flatMap((name) => {
    const there = fields.filter((field) => field.name === name.toLowerCase()).length;
    return Array.from({ length: there + (oversignedNames.has(name) ? 1 : 0) }, () => name);
  });
}

const widest = 76;

/** Pieces on as few lines as they need; between two of them white space means nothing. */
function fold(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const used = text.length - (text.lastIndexOf('\n') + 1);
    return used + piece.length <= widest || text === '' ? text + piece : `${text}\r\n\t${piece.trimStart()}`;
  }, '');
}

function signAside(text: string, key: KeyObject): Promise<string> {
  return new Promise((resolve, reject) => {
    sign('sha256', Buffer.from(text), key, (error, signature) => {
      if (error === null) resolve(signature.toString('base64'));
      else reject(error);
    });
  });
}
