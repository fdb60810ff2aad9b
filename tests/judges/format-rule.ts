/** One thing that a format asks of a document. */
export interface FormatRule<Document> {
  /** What holds. */
  readonly name: string;
  /** Where the format says so. */
  readonly source: string;
  /** What in the document does not hold to it. */
  readonly find: (document: Document) => readonly string[];
  /** Changes to a good document of which each breaks the rule: what its test is tested with. */
  readonly breaks: readonly ((text: string) => string)[];
}

/** The names of the rules that a document breaks, each with what breaks it. */
export function judge<Document>(rules: readonly FormatRule<Document>[], document: Document): string[] {
  return rules.flatMap(({ name, find }) => find(document).map((fault) => `${name}: ${fault}`));
}

/** A change that puts one text in place of another, at its first place. */
export function change(from: string | RegExp, to: string): (text: string) => string {
  return (text) => text.replace(from, () => to);
}

/** A change that writes what is found twice. */
export function repeat(pattern: RegExp): (text: string) => string {
  return (text) => text.replace(pattern, (found) => found + found);
}
