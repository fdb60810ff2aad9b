import { mostMailBytes } from '../mime/read-mail.ts';
import type { FoundMail } from '../sort-mail.ts';
import { isMbox, splitMbox } from './split-mbox.ts';

/** Bytes by which a file is known. */
const startSize = 1_000;

/**
 * The messages of a file: an mbox, or one message.
 *
 * @param name for people
 */
export async function* readMailFile(
  input: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<FoundMail> {
  const chunks = input[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let size = 0;
  while (size < startSize) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    start.push(value);
    size += value.length;
  }
  const whole = chain(start, chunks);
  const words = Buffer.concat(start).toString('latin1');
  if (isMbox(words)) yield* splitMbox(whole, name);
  else if (size > 0) yield await readOne(whole, name);
}

async function* chain(
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function readOne(input: AsyncIterable<Uint8Array>, source: string): Promise<FoundMail> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    size += piece.length;
    if (size > mostMailBytes) return { source };
    pieces.push(piece);
  }
  return { source, bytes: Buffer.concat(pieces) };
}
