import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SubscriberFileError } from './subscriber-file-error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file says about its encoding is judged on so many bytes, however small the pieces in which they come. */
const blockSize = 65_536;

/**
 * Bytes as text with LF line ends and without a byte order mark, decoded as they come. Without a mark the first block
 * that is not ASCII decides: UTF-8 when it is valid, otherwise Windows-1252.
 */
export class DecodedText implements AsyncIterable<string> {
  readonly #input: AsyncIterable<Uint8Array>;
  #encoding: Encoding = 'utf-8';

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#input = input;
  }

  /** Settled once everything has been read. */
  get encoding(): Encoding {
    return this.#encoding;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined;
    let held = '';
    for await (const block of blocksOf(this.#input)) {
      if (decoder === undefined && !isAscii(block.bytes)) {
        this.#encoding = judgeEncoding(block);
        decoder = new TextDecoder(this.#encoding, { fatal: true });
      }
      const text = held + (decoder === undefined ? asciiText(block.bytes) : decode(decoder, block));
      // A carriage return at the end of a block may be the first half of a line end.
      held = !block.last && text.endsWith('\r') ? '\r' : '';
      yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, '\n');
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

function judgeEncoding(block: Block): Encoding {
  const [first, second] = block.bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(block.bytes, { stream: !block.last });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function decode(decoder: TextDecoder, block: Block): string {
  try {
    return decoder.decode(block.bytes, { stream: !block.last });
  } catch (cause) {
    const hint = 'open it in a spreadsheet and save it again as CSV in UTF-8';
    throw new SubscriberFileError(`the file starts as ${decoder.encoding} and does not go on so`, {
      hint,
      cause,
    });
  }
}
