import { createHash } from 'node:crypto';
import type { IssueEvent, PreviewEvent, Problem, Shown } from './preview-event.ts';
import type { PreviewSource, RenderedIssue } from './preview-source.ts';

/** The issues as a preview sees them: asks the source, and keeps the last good rendering of each. Never rejects. */
export class PreviewIssues {
  readonly #source: PreviewSource;
  readonly #lastGood = new Map<string, RenderedIssue>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: PreviewSource) {
    this.#source = source;
  }

  async list(): Promise<PreviewEvent> {
    try {
      return { kind: 'issues', entries: await this.#source.list() };
    } catch (error) {
      return { kind: 'failed', problem: describeProblem(error) };
    }
  }

  /** Renders the issue as its file now stands. One at a time, so that nothing older replaces what is newer. */
  update(slug: string): Promise<IssueEvent> {
    const event = this.#turn.then(() => this.#render(slug));
    this.#turn = event;
    return event;
  }

  lastGood(slug: string): RenderedIssue | undefined {
    return this.#lastGood.get(slug);
  }

  async #render(slug: string): Promise<IssueEvent> {
    try {
      if (!isPlainName(slug)) return { kind: 'missing' };
      const rendering = await this.#source.render(slug);
      if (rendering.kind === 'rendered') this.#lastGood.set(slug, rendering);
      const shown = this.#describeLastGood(slug);
      if (rendering.kind === 'missing') return { kind: 'missing', ...shown };
      const { entry, findings } = rendering;
      if (rendering.kind === 'broken') return { kind: 'broken', entry, findings, ...shown };
      return { kind: 'rendered', entry, findings, shown: describeShown(rendering) };
    } catch (error) {
      return { kind: 'failed', problem: describeProblem(error), ...this.#describeLastGood(slug) };
    }
  }

  #describeLastGood(slug: string): { readonly shown?: Shown } {
    const good = this.#lastGood.get(slug);
    return good === undefined ? {} : { shown: describeShown(good) };
  }
}

/** Nothing that could lead a careless source out of its folder. */
function isPlainName(slug: string): boolean {
  return /^(?!\.)[^/\\\p{Cc}]+$/u.test(slug);
}

function describeShown({ from, subject, preheader, text, html, web }: RenderedIssue): Shown {
  const version = createHash('sha256')
    .update(JSON.stringify([html, web]))
    .digest('base64url')
    .slice(0, 12);
  return { version, from, subject, ...(preheader === undefined ? {} : { preheader }), text };
}

/** A failure with a hint was foreseen by whoever threw it; any other is a fault of the program. */
function describeProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'hint' in error && typeof error.hint === 'string') {
    return { message, hint: error.hint };
  }
  return { message, hint: 'this is a fault of penny, not of your text: please report it' };
}
