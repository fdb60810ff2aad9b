/** What is searched for. */
export type Pattern = RegExp | LatePattern;

/**
 * A pattern that is made once a text needs it as it is: most texts are searched with a lighter one, and a long pattern
 * full of `\p{L}` takes up to a millisecond to be read.
 */
export class LatePattern {
  readonly source: string;
  readonly flags: string;
  #whole: RegExp | undefined;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  /** @throws SyntaxError where the source is not one of a pattern */
  get whole(): RegExp {
    this.#whole ??= new RegExp(this.source, this.flags);
    return this.#whole;
  }
}

export function wholePattern(pattern: Pattern): RegExp {
  return pattern instanceof LatePattern ? pattern.whole : pattern;
}
