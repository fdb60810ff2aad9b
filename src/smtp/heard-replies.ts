const lineFeed = 10;
/** Characters at the start of a line that tell its code and whether the reply goes on (RFC 5321 §4.2.1). */
const telling = 4;
/** More replies than one message has commands: what comes beyond is not in turn anyway. */
const most = 8;

/** Hears the whole replies to the commands of one message, in whatever pieces they come. */
export class HeardReplies {
  /** The code of each, in order. */
  codes: string[] = [];
  #line = '';

  restart(): void {
    this.codes = [];
  }

  /** Says whether a reply came to its end in this chunk. */
  take(chunk: Uint8Array): boolean {
    const before = this.codes.length;
    for (const byte of chunk) {
      if (byte === lineFeed) this.#endLine();
      else if (this.#line.length < telling) this.#line += String.fromCharCode(byte);
    }
    return this.codes.length > before;
  }

  #endLine(): void {
    const line = this.#line;
    this.#line = '';
    if (line.trim() === '' || /^\d+-/.test(line) || this.codes.length === most) return;
    this.codes.push(line.slice(0, 3));
  }
}
