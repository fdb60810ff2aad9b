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

/** Milliseconds in which the pages fetch what they show, before anything is done that nobody waits for. */
const headStart = 60;

/** The pages that are open: each is told what it shows when it comes, and again after every change. */
export class LivePages {
  readonly #issues: PreviewIssues;
  readonly #wait: Wait;
  readonly #pages = new Set<LivePage>();
  #changes = 0;

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
    this.#changes += 1;
    this.#issues.keepOnly(new Set(pages.flatMap(({ slug }) => slug ?? [])));
    await this.#tell(pages);
  }

  close(): void {
    for (const page of this.#pages) page.close();
    this.#pages.clear();
  }

  /** The issue first: somebody is waiting to see it. What comes after is left to the next change, if there is one. */
  async #tell(pages: readonly LivePage[]): Promise<void> {
    const changes = this.#changes;
    const groups = groupAlike(pages);
    const shown: typeof groups = [];
    for (const group of groups) {
      const event = await this.#issues.update(group.slug, group.reader);
      for (const page of group.pages) page.send(event);
      if (event.kind === 'rendered') shown.push(group);
    }
    if (groups.length > 0) await this.#pause();
    for (const { slug, reader, pages: alike } of shown) {
      if (changes !== this.#changes) return;
      const event = await this.#issues.examine(slug, reader);
      if (event !== undefined) this.#send(alike, event);
    }
    const list = await this.#issues.list();
    const isOfAll = list.kind === 'issues';
    this.#send(
      pages.filter(({ slug }) => isOfAll || slug === undefined),
      list,
    );
  }

  /** Some may have gone meanwhile. */
  #send(pages: readonly LivePage[], event: PreviewEvent): void {
    for (const page of pages) if (this.#pages.has(page)) page.send(event);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#wait(headStart, resolve));
  }
}

interface PageGroup {
  readonly slug: string;
  readonly reader: Reader;
  readonly pages: readonly LivePage[];
}

/** The pages that show an issue, with those together that show the same. */
function groupAlike(pages: readonly LivePage[]): PageGroup[] {
  const alike = Map.groupBy(pages, ({ slug, reader }) => JSON.stringify([slug, reader]));
  return [...alike.values()].flatMap((group) => {
    const [{ slug, reader } = {}] = group;
    return slug === undefined || reader === undefined ? [] : [{ slug, reader, pages: group }];
  });
}
