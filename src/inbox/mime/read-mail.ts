import { type ContentType, readContentType } from './read-content-type.ts';
import { type Headers, headerOf, readHeaders, splitHead } from './read-headers.ts';

/** A message, or a part of one. */
export interface MailPart extends ContentType {
  readonly headers: Headers;
  /** As it was sent, one character a byte, LF line ends; `textOf` decodes it. */
  readonly content: string;
  /** Of a multipart. A message within a message is not opened. */
  readonly parts: readonly MailPart[];
}

/** A message that is not read, and why, in plain words. */
export interface BrokenMail {
  readonly problem: string;
}

/** Bytes of a message: a report is a few thousand, and one that brings a whole mail along some ten thousand. */
export const mostMailBytes = 1_048_576;
const mostDepth = 10;
const mostParts = 200;

/** Reads one message (RFC 2045, RFC 2046). Whatever stands in it, this ends soon and throws nothing. */
export function readMail(bytes: Uint8Array): MailPart | BrokenMail {
  if (bytes.length > mostMailBytes) return { problem: 'it is larger than 1 MB' };
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return readPart(text, { depth: 0, budget: { parts: mostParts } });
}

interface Position {
  readonly depth: number;
  /** Shared by all parts of a message. */
  readonly budget: { parts: number };
}

function readPart(text: string, { depth, budget }: Position): MailPart | BrokenMail {
  budget.parts -= 1;
  if (budget.parts < 0) return { problem: `it has more than ${mostParts} parts` };
  const { head, body } = splitHead(text);
  const headers = readHeaders(head);
  const { type, parameters } = readContentType(headerOf(headers, 'content-type'));
  const boundary = parameters.get('boundary') ?? '';
  const parts: MailPart[] = [];
  if (type.startsWith('multipart/') && boundary !== '') {
    if (depth === mostDepth) return { problem: `its parts lie in each other more than ${mostDepth} deep` };
    for (const piece of splitParts(body, boundary)) {
      const part = readPart(piece, { depth: depth + 1, budget });
      if ('problem' in part) return part;
      parts.push(part);
    }
  }
  return { type, parameters, headers, content: body, parts };
}

/** What stands between the boundary's lines (RFC 2046 §5.1.1); a message that was cut off ends its last part. */
function splitParts(body: string, boundary: string): string[] {
  const marker = `--${boundary}`;
  const pieces: string[] = [];
  let start: number | undefined;
  for (let at = body.indexOf(marker); at >= 0; at = body.indexOf(marker, at + marker.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const lineEnd = body.indexOf('\n', at);
    const end = lineEnd < 0 ? body.length : lineEnd;
    const rest = body.slice(at + marker.length, end).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    if (start !== undefined) pieces.push(body.slice(start, Math.max(start, at - 1)));
    if (rest === '--') return pieces;
    start = end + 1;
    if (pieces.length > mostParts) return pieces;
  }
  if (start !== undefined) pieces.push(body.slice(start));
  return pieces;
}

/** The first part of one of these types, wherever it lies. */
export function findPart(part: MailPart, types: readonly string[]): MailPart | undefined {
  if (types.includes(part.type)) return part;
  for (const inner of part.parts) {
    const found = findPart(inner, types);
    if (found !== undefined) return found;
  }
  return undefined;
}
