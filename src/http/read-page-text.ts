import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/**
 * The start of a page as text, at most so many bytes of it, unpacked; the rest is never received. Empty when it is no
 * text. A page that breaks off is what came of it.
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
  let size = 0;
  const body = unpacked(response);
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= most) break;
    }
  } catch (error) {
    if (size === 0) throw error;
  } finally {
    body.destroy();
    response.destroy();
  }
  return decoderFor(type).decode(Buffer.concat(chunks).subarray(0, most));
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase();
  const unpacker =
    encoding === 'gzip' ? createGunzip() : encoding === 'br' ? createBrotliDecompress() : undefined;
  // The reader sees what goes wrong.
  return unpacker === undefined ? response : pipeline(response, unpacker, () => {});
}

function decoderFor(type: string): InstanceType<typeof TextDecoder> {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
