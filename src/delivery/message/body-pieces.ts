import { createHash } from 'node:crypto';
import { encode, wrap } from 'nodemailer/lib/base64';
import type { Edition, EmbeddedPicture, Slot, Slotted } from '../../render/edition.ts';
import { type Escaping, fillSlot } from '../personalise.ts';
import type { Recipient } from '../recipient.ts';
import { canonicaliseLines } from '../signing/hash-body.ts';
import { encodeLines } from './encode-text.ts';

/** A piece of a body that is the same for everybody: as it is sent, and as it is signed. Whole lines. */
interface FixedPiece {
  readonly sent: Uint8Array;
  readonly signed: Uint8Array;
}

interface SlotPiece {
  readonly slot: Slot;
  readonly escape: Escaping;
}

/** A body that only the recipients' own words are missing from. */
export interface CompiledBody {
  /** Of the whole body, for the header of the message. */
  readonly contentType: string;
  readonly pieces: readonly (FixedPiece | SlotPiece)[];
}

/**
 * Encodes all of a message's body that is the same for everybody (RFC 2046): text first, HTML last, both in
 * quoted-printable; the HTML with its pictures behind it where it has some (RFC 2387).
 *
 * @param seed what the boundaries between the parts are made of: the same one gives the same bytes
 */
export function compileBody(
  { html, text, embedded = [] }: Pick<Edition, 'html' | 'text' | 'embedded'>,
  seed: string,
): CompiledBody {
  const boundary = boundaryOf(seed);
  const inner = `${boundary}r`;
  const written: readonly (string | SlotPiece)[] = [
    `--${boundary}\r\n${partHead('text/plain')}`,
    ...encodeSlotted(text, 'none'),
    `\r\n--${boundary}\r\n`,
    ...(embedded.length === 0 ? [] : [`${related(inner)}--${inner}\r\n`]),
    partHead('text/html'),
    ...encodeSlotted(html, 'html'),
    ...embedded.map((picture) => `\r\n--${inner}\r\n${encodePicture(picture)}`),
    ...(embedded.length === 0 ? [] : [`\r\n--${inner}--\r\n`]),
    `\r\n--${boundary}--\r\n`,
  ];
  return {
    contentType: `multipart/alternative;\r\n boundary="${boundary}"`,
    pieces: joinFixed(written),
  };
}

/** Unlike anything in a body: it holds `=_`, which quoted-printable and base64 never do. */
function boundaryOf(seed: string): string {
  return `=_${createHash('sha256').update(seed).digest('hex').slice(0, 24)}`;
}

function partHead(type: string): string {
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}

function related(boundary: string): string {
  return `Content-Type: multipart/related; type="text/html";\r\n boundary="${boundary}"\r\n\r\n`;
}

function encodeSlotted(slotted: Slotted, escaping: Escaping): (string | SlotPiece)[] {
  return slotted.map((part) =>
    typeof part === 'string' ? encodeLines(part) : { slot: part, escape: escaping },
  );
}

function encodePicture({ contentId, type, base64 }: EmbeddedPicture): string {
  return [
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: inline',
    `Content-Id: <${contentId}>`,
    '',
    wrap(encode(Buffer.from(base64, 'base64'))),
  ].join('\r\n');
}

function joinFixed(written: readonly (string | SlotPiece)[]): (FixedPiece | SlotPiece)[] {
  const pieces: (FixedPiece | SlotPiece)[] = [];
  let fixed = '';
  for (const piece of [...written, undefined]) {
    if (typeof piece === 'string') {
      fixed += piece;
      continue;
    }
    if (fixed !== '') pieces.push(fix(fixed));
    fixed = '';
    if (piece !== undefined) pieces.push(piece);
  }
  return pieces;
}

/** Quoted-printable, base64 and the heads of parts are ASCII: one byte a character. */
function fix(lines: string): FixedPiece {
  return { sent: Buffer.from(lines, 'latin1'), signed: Buffer.from(canonicaliseLines(lines), 'latin1') };
}

/** One person's body. */
export interface FilledBody {
  readonly parts: readonly Uint8Array[];
  /** Base64, of its relaxed form (RFC 6376 §3.4.4): it ends with a boundary, and so with no empty line. */
  readonly hash: string;
}

/** @param url by `leaveBase` */
export function fillBody({ pieces }: CompiledBody, recipient: Recipient, url: string): FilledBody {
  const hash = createHash('sha256');
  const parts = pieces.map((piece) => {
    if ('sent' in piece) {
      hash.update(piece.signed);
      return piece.sent;
    }
    const lines = encodeLines(fillSlot(piece.slot, recipient, { url, escape: piece.escape }));
    hash.update(canonicaliseLines(lines), 'latin1');
    return Buffer.from(lines, 'latin1');
  });
  return { parts, hash: hash.digest('base64') };
}
