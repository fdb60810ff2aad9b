import type { Fault } from './fault.ts';

/** A larger file is not a text that somebody wrote. */
const mostBytes = 2_000_000;

export type DecodedText = { readonly text: string } | { readonly fault: Fault };

/**
 * Turns a file's bytes into text with LF line ends and without a byte order mark, or says why it is no text.
 *
 * @param bytes UTF-8; anything else is a fault at its first wrong byte.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > mostBytes) {
    return refuse(
      'file/too-large',
      'the file is larger than 2 MB',
      'see that it is the right file, and put images into files of their own',
    );
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return refuse('file/encoding', 'the file is UTF-16', 'save it again as UTF-8');
  }
  if (bytes.includes(0)) {
    return refuse(
      'file/binary',
      'the file holds a zero byte, so it is not text',
      'save it again as plain text in UTF-8',
    );
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const place = placeAfter(new TextDecoder().decode(validStart(bytes)));
    return refuse(
      'file/encoding',
      'the file is not UTF-8',
      'save it again as UTF-8; nothing was changed',
      place,
    );
  }
  return { text: text.replaceAll(/\r\n?/g, '\n') };
}

/** Drops a byte order mark. To make one takes longer than to decode an issue. */
const strict = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes before the first wrong one, found by halving. */
function validStart(bytes: Uint8Array): Uint8Array {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return bytes.subarray(0, valid);
}

/** Whether the bytes are UTF-8 but for a last character that may be cut. */
function isStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function placeAfter(text: string): Position {
  const lines = text.replaceAll(/\ufffd+$/g, '').split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function refuse(
  rule: string,
  message: string,
  hint: string,
  { line, column }: Position = { line: 1, column: 1 },
): DecodedText {
  return {
    fault: { line, column, endLine: line, endColumn: column + 1, severity: 'error', rule, message, hint },
  };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
