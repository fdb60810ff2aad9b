import type {
  FoundSubscribers,
  PreviewEntry,
  PreviewRendering,
  PreviewSource,
} from '../../src/preview/preview-source.ts';

/** A source that renders what a test told it to, and fails where a test told it to. */
export class FakeSource implements PreviewSource {
  /** Every slug that it was asked for. */
  readonly asked: string[] = [];
  /** What listing fails with, when it is to fail. */
  listFailure: Error | undefined;
  /** Everybody on the list. */
  subscribers: readonly { readonly address: string; readonly name?: string }[] = [];
  readonly #renderings = new Map<string, PreviewRendering | Error>();

  set(slug: string, rendering: PreviewRendering | Error): void {
    this.#renderings.set(slug, rendering);
  }

  clear(): void {
    this.#renderings.clear();
  }

  async list(): Promise<readonly PreviewEntry[]> {
    if (this.listFailure !== undefined) throw this.listFailure;
    return [...this.#renderings.values()].flatMap((rendering) =>
      'entry' in rendering ? [rendering.entry] : [],
    );
  }

  async render(slug: string): Promise<PreviewRendering> {
    this.asked.push(slug);
    const rendering = this.#renderings.get(slug) ?? { kind: 'missing' };
    if (rendering instanceof Error) throw rendering;
    return rendering;
  }

  async findSubscribers(words: string): Promise<FoundSubscribers> {
    const found = this.subscribers.filter(({ address, name }) => `${address} ${name}`.includes(words));
    return { subscribers: found.slice(0, 2), more: found.length > 2 };
  }
}
