import { createHash } from 'node:crypto';

/**
 * Whole lines of a body in their relaxed form (RFC 6376 §3.4.4). Each line stands for itself, so that pieces of a
 * message can be made ready before anybody knows what comes between them.
 *
 * @param lines one character a byte; starts at the start of a line and ends with CRLF
 */
export function canonicaliseLines(lines: string): string {
  return lines.replaceAll(/[ \t]{2,}|\t/g, ' ').replaceAll(' \r\n', '\r\n');
}

/** The hash of a body that comes in pieces: empty lines at its end do not count, wherever the pieces are cut. */
export class BodyHash {
  readonly #hash = createHash('sha256');
  #emptyLines = 0;

  /** @param lines from `canonicaliseLines` */
  add(lines: string): void {
    let end = lines.length;
    while (lines.endsWith('\r\n', end) && (end === 2 || lines.endsWith('\r\n\r\n', end))) end -= 2;
    if (end > 0) {
      this.#hash.update('\r\n'.repeat(this.#emptyLines)).update(lines.slice(0, end), 'latin1');
      this.#emptyLines = 0;
    }
    this.#emptyLines += (lines.length - end) / 2;
  }

  /** In base64, for `bh=`. Nothing can be added after it. */
  digest(): string {
    return this.#hash.digest('base64');
  }
}

/**
 * The hash of a whole body.
 *
 * @param body one character a byte; without a line end at its end it gets one, as it does on the wire
 * @returns base64, for `bh=`
 */
export function hashBody(body: string): string {
  const hash = new BodyHash();
  hash.add(canonicaliseLines(body === '' || body.endsWith('\r\n') ? body : `${body}\r\n`));
  return hash.digest();
}
