import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SubscriberFileError } from '../subscriber-file-error.ts';

/** Its name in the Encoding Standard, in lower case. */
export type Encoding = string;

/** What a file says about its encoding is judged on so many bytes, however small the pieces in which they come. */
const blockSize = 65_536;

/**
 * Bytes as text with LF line ends and without a byte order mark, decoded as they come. When nobody says the encoding and
 * there is no mark, the first block that is not ASCII decides: UTF-16 when every second byte is empty, UTF-8 when it is
 * valid, otherwise Windows-1252.
 */
export class DecodedText implements AsyncIterable<string> {
  readonly #input: AsyncIterable<Uint8Array>;
  readonly #told: Encoding | undefined;
  #encoding: Encoding = 'utf-8';

  /** @param told one that `readEncoding` knows */
  constructor(input: AsyncIterable<Uint8Array>, told?: Encoding) {
    this.#input = input;
    this.#told = told;
  }

  /** Settled once everything has been read. */
  get encoding(): Encoding {
    return this.#encoding;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined;
    let held = '';
    let isStart = true;
    for await (const block of blocksOf(this.#input)) {
      if (isStart) refuseOtherFormats(block.bytes);
      isStart = false;
      if (decoder === undefined && (this.#told !== undefined || !isPlain(block.bytes))) {
        this.#encoding = this.#told ?? judgeEncoding(block);
        decoder = new TextDecoder(this.#encoding, { fatal: true });
      }
      const text = held + (decoder === undefined ? asciiText(block.bytes) : decode(decoder, block));
      // A carriage return at the end of a block may be the first half of a line end.
      held = !block.last && text.endsWith('\r') ? '\r' : '';
      const ready = held === '' ? text : text.slice(0, -1);
      yield ready.includes('\r') ? ready.replaceAll(/\r\n?/g, '\n') : ready;
    }
  }
}

interface Block {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

async function* blocksOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Block> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of input) {
    pieces.push(piece);
    length += piece.length;
    if (length < blockSize) continue;
    yield { bytes: Buffer.concat(pieces), last: false };
    pieces = [];
    length = 0;
  }
  yield { bytes: Buffer.concat(pieces), last: true };
}

/**
 * The encoding that a label names, in its usual spelling; throws a sentence that says what was expected.
 * `latin1` and `ascii` are Windows-1252, as in the Encoding Standard.
 */
export function readEncoding(label: string): Encoding {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Error('expected an encoding such as utf-8, utf-16le, windows-1252 or latin1');
  }
}

/** In UTF-16, too, a text without accents is all ASCII, with a zero beside every letter. */
function isPlain(bytes: Uint8Array): boolean {
  return isAscii(bytes) && !bytes.includes(0);
}

function judgeEncoding(block: Block): Encoding {
  const [first, second] = block.bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const unmarked = judgeZeros(block.bytes.subarray(0, 512));
  if (unmarked !== undefined) return unmarked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(block.bytes, { stream: !block.last });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/**
 * What people take for a list and is none, by how it starts, its bytes taken for Latin-1. Workbooks are ZIP archives, too
 * (ECMA-376-2, ODF 1.2 part 3): 30 bytes behind the start of one stands the name of its first part.
 */
const otherFormats: readonly { readonly start: RegExp; readonly is: string; readonly hint: string }[] = [
  {
    start: /^(?:ÐÏ\p{Cc}à|PK\p{Cc}{2}.{26}(?:\[Content_Types\]|_rels\/|docProps\/|xl\/|mimetype))/su,
    is: 'a workbook, such as Excel writes, and no list as CSV',
    hint: 'open it, choose “save as”, and take CSV UTF-8',
  },
  { start: /^PK(?![\r\n])\p{Cc}{2}/u, is: 'a ZIP archive', hint: 'unpack it, and import the lists in it' },
  {
    start: /^(?:ï»¿)?\s*(?:\[\s*)?\{\s*"/,
    is: 'JSON, and no list as CSV',
    hint: 'where it comes from there is an export as CSV, too',
  },
];

function refuseOtherFormats(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const found = otherFormats.find(({ start }) => start.test(text));
  if (found !== undefined) throw new SubscriberFileError(`the file is ${found.is}`, { hint: found.hint });
}

/** UTF-16 without a mark: of a header, which is all letters, every second byte is zero. */
function judgeZeros(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length * 0.4;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function decode(decoder: TextDecoder, block: Block): string {
  try {
    return decoder.decode(block.bytes, { stream: !block.last });
  } catch (cause) {
    throw new SubscriberFileError(`the file starts as ${decoder.encoding} and does not go on so`, {
      hint: 'say with --encoding what it is, such as windows-1252, or save it again as CSV in UTF-8',
      cause,
    });
  }
}
