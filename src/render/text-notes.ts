import type { Association, Definition, FootnoteDefinition } from 'mdast';

/** The numbered notes of a piece of plain text: the addresses of its links, and its footnotes, in one sequence. */
export class TextNotes {
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** By what it stands for: an address, or a footnote's definition. */
  readonly #numbers = new Map<string | FootnoteDefinition, number>();
  #taken = 0;

  constructor(definitions: readonly Definition[], footnotes: readonly FootnoteDefinition[]) {
    this.#definitions = new Map(definitions.map((definition) => [definition.identifier, definition]));
    this.#footnotes = new Map(footnotes.map((footnote) => [footnote.identifier, footnote]));
  }

  /** The address that a reference such as `[our team][1]` leads to. */
  urlOf(reference: Association): string | undefined {
    return this.#definitions.get(reference.identifier)?.url;
  }

  /** The same address has the same number throughout. */
  numberOfLink(href: string): number {
    return this.#numberOf(href);
  }

  numberOfFootnote(reference: Association): number {
    const footnote = this.#footnotes.get(reference.identifier);
    return this.#numberOf(footnote ?? reference.identifier);
  }

  /** The notes that came up since the last time, as lines. A footnote's own links are among them. */
  takeNew(renderFootnote: (footnote: FootnoteDefinition) => string): string[] {
    const lines: string[] = [];
    for (const [note, number] of this.#numbers) {
      if (number <= this.#taken) continue;
      this.#taken = number;
      lines.push(`[${number}] ${typeof note === 'string' ? note : renderFootnote(note)}`);
    }
    return lines;
  }

  #numberOf(note: string | FootnoteDefinition): number {
    const known = this.#numbers.get(note);
    if (known !== undefined) return known;
    this.#numbers.set(note, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}
