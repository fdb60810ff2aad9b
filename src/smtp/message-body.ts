import type { Socket } from 'node:net';
import { Readable } from 'node:stream';

/** Bytes handed over at once: a message of usual size in one piece, of a large one so much that progress shows. */
const slice = 65_536;

/** What a body tells, and what it asks, on its way. */
export interface Passage {
  /** Whether the server said what it has to say by now and nothing more: `354`. */
  readonly isInTurn: () => boolean;
  /** The server has taken another part, or is about to be handed the first. */
  readonly onPart: () => void;
  /** All is taken. The dot leaves when this has resolved. */
  readonly beforeDot: () => Promise<void>;
  /** The dot is about to leave. */
  readonly onDot: () => void;
}

/**
 * A message on its way to the server, which asks for leave when the last byte has been taken and the final dot has not.
 *
 * nodemailer calls `pipe` once the server has answered DATA. The bytes go past its stream, which looks at each in
 * JavaScript and takes half of the time of a mailing; that stream gets the last line end only, and adds the dot.
 */
export class MessageBody extends Readable {
  started = false;
  /** Whether the end was let out: from then on nobody can keep the dot back. */
  ended = false;
  refused = false;
  readonly #bytes: Uint8Array;
  readonly #socket: Socket;
  readonly #passage: Passage;
  #leave: Promise<void> | undefined;

  /** @param bytes as they go over the wire, dots doubled, without the line end of the last line */
  constructor(bytes: Uint8Array, socket: Socket, passage: Passage) {
    super();
    this.#bytes = bytes;
    this.#socket = socket;
    this.#passage = passage;
  }

  override pipe<Wire extends NodeJS.WritableStream>(wire: Wire): Wire {
    if (this.#passage.isInTurn()) {
      this.started = true;
      this.#writeFrom(0, wire);
    } else this.destroy(new Error('the server did not answer DATA with 354'));
    return wire;
  }

  /** Keeps the dot back where it has not left, and waits for the leave that was asked for. */
  async stop(): Promise<void> {
    if (!this.ended) this.destroy();
    await this.#leave;
  }

  #writeFrom(start: number, wire: NodeJS.WritableStream): void {
    if (this.destroyed) return;
    if (start >= this.#bytes.length) {
      this.#leave = this.#askForLeave(wire);
      return;
    }
    this.#passage.onPart();
    const end = start + slice;
    this.#socket.write(this.#bytes.subarray(start, end), (error) => {
      // A socket that fails says so to nodemailer as well.
      if (error == null) this.#writeFrom(end, wire);
    });
  }

  async #askForLeave(wire: NodeJS.WritableStream): Promise<void> {
    try {
      await this.#passage.beforeDot();
    } catch (cause) {
      this.refused = true;
      this.destroy(new Error('stopped before the dot', { cause }));
      return;
    }
    // While we waited the connection broke, or the server answered before its turn.
    if (this.destroyed) return;
    this.ended = true;
    this.#passage.onDot();
    // Line end and dot in one packet.
    this.#socket.cork();
    wire.end('\r\n', () => this.#socket.uncork());
  }
}
