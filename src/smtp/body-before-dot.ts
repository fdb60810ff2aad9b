import { Readable } from 'node:stream';

/** Bytes handed over at once: a message of usual size in one piece, a large one as fast as the server takes it. */
const slice = 65_536;

/**
 * A message as a stream that asks for leave when its last byte has been taken and the final dot has not. Nothing
 * happens before somebody reads, and nodemailer reads only once the server has said 354.
 */
export class BodyBeforeDot extends Readable {
  started = false;
  /** Whether the end was let out: from then on nobody can keep the dot back. */
  ended = false;
  refused = false;
  readonly #bytes: Uint8Array;
  readonly #beforeDot: () => Promise<void>;
  #taken = 0;
  #leave: Promise<void> | undefined;

  constructor(bytes: Uint8Array, beforeDot: () => Promise<void>) {
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
    this.#leave ??= this.#askForLeave();
  }

  /** Keeps the dot back where it has not left, and waits for the leave that was asked for. */
  async stop(): Promise<void> {
    if (!this.ended) this.destroy();
    await this.#leave;
  }

  async #askForLeave(): Promise<void> {
    try {
      await this.#beforeDot();
    } catch (cause) {
      this.refused = true;
      this.destroy(new Error('stopped before the dot', { cause }));
      return;
    }
    // The connection broke while we waited.
    if (this.destroyed) return;
    this.ended = true;
    this.push(null);
  }
}
