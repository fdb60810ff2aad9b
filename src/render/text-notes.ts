import type { Association, FootnoteDefinition } from 'mdast';
import type { Definitions } from './collect-definitions.ts';

/** The numbered notes of a piece of plain text: the addresses of its links, and its footnotes, in one sequence. */
export class TextNotes {
  readonly #definitions: Definitions;
  /** By what it stands for: an address, or a footnote's definition. */
  readonly #numbers = new Map<string | FootnoteDefinition, number>();
  #taken = 0;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** The address that a reference such as `[our team][1]` leads to. */
  urlOf(reference: Association): string | undefined {
    return this.#definitions.links.get(reference.identifier)?.url;
  }

  /** The same address has the same number throughout. */
  numberOfLink(href: string): number {
    return this.#numberOf(href);
  }

  /** `undefined` for a reference to nothing. */
  numberOfFootnote(reference: Association): number | undefined {
    const footnote = this.#definitions.footnotes.get(reference.identifier);
    return footnote === undefined ? undefined : this.#numberOf(footnote);
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
