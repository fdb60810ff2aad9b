import type { Context } from 'hono';

/** Bytes of a body: no form of ours comes near. */
const longest = 16_384;

/** A body to its end; undefined when it is longer than any that is meant well: the rest of it is not read. */
export async function readBody(context: Context): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(context.req.header('content-length') ?? 0) > longest) return undefined;
  const { body } = context.req.raw;
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (body === null) return new Uint8Array();
  try {
    for await (const piece of body) {
      length += piece.length;
      if (length > longest) return undefined;
      pieces.push(piece);
    }
  } catch {
    // Whoever sent it has gone in the middle: nobody reads the answer.
    return undefined;
  }
  return new Uint8Array(Buffer.concat(pieces));
}
