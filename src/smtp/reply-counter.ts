const lineFeed = 10;
/** Characters at the start of a line that tell its code and whether the reply goes on (RFC 5321 §4.2.1). */
const telling = 4;

/** Counts the whole replies to the commands of one message, in whatever pieces they come. */
export class ReplyCounter {
  count = 0;
  /** The start of the last line heard to its end, such as `354 `. */
  last = '';
  #line = '';

  restart(): void {
    this.count = 0;
    this.last = '';
  }

  take(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte === lineFeed) this.#endLine();
      else if (this.#line.length < telling) this.#line += String.fromCharCode(byte);
    }
  }

  #endLine(): void {
    const line = this.#line;
    this.#line = '';
    if (line.trim() === '' || /^\d+-/.test(line)) return;
    this.count += 1;
    this.last = line;
  }
}
