/**
 * What is searched for. Texts are searched together, with two null signs between them, and so no lookaround that says
 * what must not be there (`(?!`, `(?<!`) may read further than two signs, or take any sign for a letter: `(?!.*x)`, `(?<!\S)`.
 */
export type Pattern = RegExp | LatePattern;

/**
 * A pattern that is made once a text is searched: `patternFor` makes a lighter one of it for most texts, and a long
 * pattern full of `\p{L}` takes up to a millisecond to be read.
 */
export class LatePattern {
  readonly source: string;
  readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }
}
