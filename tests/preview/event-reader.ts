import type { PreviewEvent } from '../../src/preview/preview-event.ts';

/** Reads server-sent events one by one, as a page would. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = '';

  private constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.pipeThrough(new TextDecoderStream()).getReader();
  }

  static async open(address: string): Promise<EventReader> {
    const { body } = await fetch(address);
    if (body === null) throw new Error(`no events at ${address}`);
    return new EventReader(body);
  }

  /** The next event of this kind; what comes before it is passed over. Undefined when the server has ended. */
  async next<Kind extends PreviewEvent['kind']>(
    kind: Kind,
  ): Promise<Extract<PreviewEvent, { kind: Kind }> | undefined> {
    for (;;) {
      const message = await this.nextMessage();
      if (message === undefined) return undefined;
      if (message.startsWith(`event: ${kind}\n`))
        return JSON.parse(message.slice(message.indexOf('data: ') + 6));
    }
  }

  /** The next message as it was sent, a comment too. */
  async nextMessage(): Promise<string | undefined> {
    while (!this.#text.includes('\n\n')) {
      const text = await this.#read();
      if (text === undefined) return undefined;
      this.#text += text;
    }
    const end = this.#text.indexOf('\n\n');
    const message = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 2);
    return message;
  }

  /** Undefined at the end, be it that the server ended the answer or the connection. */
  async #read(): Promise<string | undefined> {
    try {
      return (await this.#reader.read()).value;
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
  }
}
