import type { IncomingMessage } from 'node:http';
import { type Duplex, pipeline, Readable } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip } from 'node:zlib';

/**
 * The start of a page as text, at most so many bytes of it, packed or unpacked; the rest is never received. Empty when
 * it is no text. A page that breaks off is what came of it.
 *
 * @throws what the connection throws when the call is broken off
 */
export async function readPageText(response: IncomingMessage, most: number): Promise<string> {
  const type = response.headers['content-type'] ?? 'text/html';
  if (!/^text\/|[/+](?:json|xml)\b/i.test(type)) {
    response.destroy();
    return '';
  }
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of firstBytes(unpacked(response, most), most)) chunks.push(chunk);
  } catch (error) {
    if (chunks.length === 0) throw error;
  } finally {
    response.destroy();
  }
  return decoderFor(type).decode(Buffer.concat(chunks));
}

/** What is packed can be endless and hold nothing, so that it is limited on both sides. */
function unpacked(response: IncomingMessage, most: number): Readable {
  const unpacker = unpackerFor(response.headers['content-encoding']);
  if (unpacker === undefined) return response;
  // Its own stream: that the connection ends at the limit is no fault. The reader sees what goes wrong.
  return pipeline(Readable.from(firstBytes(response, most)), unpacker, () => {});
}

/** A flush at the end that does not ask whether it is one: what is cut off is unpacked as far as it goes. */
function unpackerFor(encoding = ''): Duplex | undefined {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}

/** Stops the source once it gave so many bytes. */
async function* firstBytes(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let left = most;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

function decoderFor(type: string): InstanceType<typeof TextDecoder> {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
