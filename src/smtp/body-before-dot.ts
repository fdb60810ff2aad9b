import { Readable } from 'node:stream';

/** Bytes handed over at once: a message of usual size in one piece, a large one as fast as the server takes it. */
const slice = 65_536;

/**
 * A message as a stream that asks for leave when its last byte has been taken and the final dot has not. Nothing
 * happens before somebody reads, and nodemailer reads only once the server has said 354.
 */
export class BodyBeforeDot extends Readable {
  started = false;
  ended = false;
  refused = false;
  readonly #bytes: Uint8Array;
  readonly #beforeDot: () => void;
  #taken = 0;

  constructor(bytes: Uint8Array, beforeDot: () => void) {
    // With room for nothing, each read comes when what the one before it gave has been taken.
    super({ highWaterMark: 1 });
    this.#bytes = bytes;
    this.#beforeDot = beforeDot;
  }

  override _read(): void {
    this.started = true;
    if (this.#taken < this.#bytes.length) {
      const next = this.#bytes.subarray(this.#taken, this.#taken + slice);
      this.#taken += next.length;
      this.push(next);
      return;
    }
    try {
      this.#beforeDot();
      this.ended = true;
      this.push(null);
    } catch (cause) {
      this.refused = true;
      this.destroy(new Error('stopped before the dot', { cause }));
    }
  }
}
