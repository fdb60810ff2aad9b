import type { PreviewEntry, PreviewRendering, PreviewSource } from '../../src/preview/preview-source.ts';

/** A source that renders what a test told it to, and fails where a test told it to. */
export class FakeSource implements PreviewSource {
  /** Every slug that it was asked for. */
  readonly asked: string[] = [];
  /** What listing fails with, when it is to fail. */
  listFailure: Error | undefined;
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
}
