import type { PreviewEvent } from './preview-event.ts';
import type { PreviewIssues } from './preview-issues.ts';
import type { Reader } from './reader.ts';
import type { Wait } from './wait.ts';

/** An open page that listens. */
export interface LivePage {
  /** The issue that it shows; the list of issues has none. */
  readonly slug: string | undefined;
  /** As whom it shows the issue. */
  readonly reader: Reader;
  send(event: PreviewEvent): void;
  close(): void;
}

/** Milliseconds in which the pages fetch what they show, before the list of issues, which may be long, is read. */
const headStart = 100;

/** The pages that are open: each is told what it shows when it comes, and again after every change. */
export class LivePages {
  readonly #issues: PreviewIssues;
  readonly #wait: Wait;
  readonly #pages = new Set<LivePage>();

  constructor(issues: PreviewIssues, wait: Wait) {
    this.#issues = issues;
    this.#wait = wait;
  }

  async join(page: LivePage): Promise<void> {
    this.#pages.add(page);
    await this.#tell([page]);
  }

  leave(page: LivePage): void {
    this.#pages.delete(page);
  }

  /** What no page shows may have changed, too: it is not kept. */
  async refresh(): Promise<void> {
    const pages = [...this.#pages];
    this.#issues.keepOnly(new Set(pages.flatMap(({ slug }) => slug ?? [])));
    await this.#tell(pages);
  }

  close(): void {
    for (const page of this.#pages) page.close();
    this.#pages.clear();
  }

  /** The issue first: somebody is waiting to see it. */
  async #tell(pages: readonly LivePage[]): Promise<void> {
    const alike = Map.groupBy(pages, ({ slug, reader }) => JSON.stringify([slug, reader]));
    for (const readers of alike.values()) {
      const [{ slug, reader } = {}] = readers;
      if (slug === undefined || reader === undefined) continue;
      const event = await this.#issues.update(slug, reader);
      for (const page of readers) page.send(event);
    }
    if (pages.some(({ slug }) => slug !== undefined)) await this.#pause();
    const list = await this.#issues.list();
    for (const page of pages.filter((one) => this.#pages.has(one))) {
      if (list.kind === 'issues' || page.slug === undefined) page.send(list);
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#wait(headStart, resolve));
  }
}
