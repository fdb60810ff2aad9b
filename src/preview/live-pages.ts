import type { PreviewEvent } from './preview-event.ts';
import type { PreviewIssues } from './preview-issues.ts';

/** An open page that listens. */
export interface LivePage {
  /** The issue that it shows; the list of issues has none. */
  readonly slug: string | undefined;
  send(event: PreviewEvent): void;
  close(): void;
}

/** The pages that are open: each is told what it shows when it comes, and again after every change. */
export class LivePages {
  readonly #issues: PreviewIssues;
  readonly #pages = new Set<LivePage>();

  constructor(issues: PreviewIssues) {
    this.#issues = issues;
  }

  async join(page: LivePage): Promise<void> {
    this.#pages.add(page);
    await this.#tell([page]);
  }

  leave(page: LivePage): void {
    this.#pages.delete(page);
  }

  async refresh(): Promise<void> {
    await this.#tell([...this.#pages]);
  }

  close(): void {
    for (const page of this.#pages) page.close();
    this.#pages.clear();
  }

  /** The issue first: somebody is waiting to see it. */
  async #tell(pages: readonly LivePage[]): Promise<void> {
    for (const [slug, readers] of Map.groupBy(pages, (page) => page.slug)) {
      if (slug === undefined) continue;
      const event = await this.#issues.update(slug);
      for (const page of readers) page.send(event);
    }
    const list = await this.#issues.list();
    for (const page of pages) {
      if (list.kind === 'issues' || page.slug === undefined) page.send(list);
    }
  }
}
