import { createHash } from 'node:crypto';
import type { Letter } from './letter.ts';
import type {
  ExaminedEvent,
  FailedEvent,
  IssueEvent,
  PreviewEvent,
  Problem,
  Shown,
} from './preview-event.ts';
import type { PreviewSource, RenderedIssue } from './preview-source.ts';
import type { Reader } from './reader.ts';

interface GoodIssue {
  readonly rendering: RenderedIssue;
  /** The letter that was asked for last, which its frame asks for again. */
  readonly letter: Letter;
  readonly reader: Reader;
}

/** The issues as a preview sees them: asks the source, and keeps the last good rendering of each. */
export class PreviewIssues {
  readonly #source: PreviewSource;
  readonly #lastGood = new Map<string, GoodIssue>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: PreviewSource) {
    this.#source = source;
  }

  /** Never rejects. */
  async list(): Promise<PreviewEvent> {
    try {
      return { kind: 'issues', entries: await this.#source.list() };
    } catch (error) {
      return { kind: 'failed', problem: describeProblem(error) };
    }
  }

  /**
   * Renders the issue as its file now stands. One at a time, so that nothing older replaces what is newer. Never
   * rejects.
   */
  update(slug: string, reader: Reader): Promise<IssueEvent> {
    const event = this.#turn.then(() => this.#render(slug, reader));
    this.#turn = event;
    return event;
  }

  /** What is to be known of the last good rendering beyond how it looks; nothing when there is none. Never rejects. */
  async examine(slug: string, reader: Reader): Promise<ExaminedEvent | FailedEvent | undefined> {
    const good = this.#lastGood.get(slug);
    if (good === undefined) return undefined;
    try {
      const letter = await letterOf(good, reader);
      return { kind: 'examined', findings: await good.rendering.check(), details: await letter.details() };
    } catch (error) {
      return {
        kind: 'failed',
        problem: describeProblem(error),
        ...(await this.#describeLastGood(slug, reader)),
      };
    }
  }

  /** The last good mail as this reader gets it; of an issue that was not asked for yet, as its file now stands. */
  async letter(slug: string, reader: Reader): Promise<Letter | undefined> {
    const good = await this.#need(slug, reader);
    return good === undefined ? undefined : letterOf(good, reader);
  }

  /** The last good page on the web, in the same way. */
  async web(slug: string): Promise<string | undefined> {
    return (await this.#need(slug, { kind: 'sample' }))?.rendering.web;
  }

  /** The pictures that both show, by the addresses that they have there. */
  async pictures(slug: string): Promise<ReadonlyMap<string, string>> {
    return (await this.#need(slug, { kind: 'sample' }))?.rendering.pictures ?? new Map();
  }

  /** Forgets every rendering but those of these issues: it is made anew when somebody asks. */
  keepOnly(slugs: ReadonlySet<string>): void {
    for (const slug of this.#lastGood.keys()) if (!slugs.has(slug)) this.#lastGood.delete(slug);
  }

  async #need(slug: string, reader: Reader): Promise<GoodIssue | undefined> {
    if (!this.#lastGood.has(slug)) await this.update(slug, reader);
    return this.#lastGood.get(slug);
  }

  async #render(slug: string, reader: Reader): Promise<IssueEvent> {
    try {
      if (!isPlainName(slug)) return { kind: 'missing' };
      const rendering = await this.#source.render(slug);
      if (rendering.kind === 'rendered') {
        const letter = await rendering.letterFor(reader);
        this.#lastGood.set(slug, { rendering, reader, letter });
        return { kind: 'rendered', entry: rendering.entry, shown: describeShown(letter, rendering) };
      }
      const behind = await this.#describeLastGood(slug, reader);
      if (rendering.kind === 'missing') return { kind: 'missing', ...behind };
      const { entry, findings } = rendering;
      return { kind: 'broken', entry, findings, ...behind };
    } catch (error) {
      return {
        kind: 'failed',
        problem: describeProblem(error),
        ...(await this.#describeLastGood(slug, reader)),
      };
    }
  }

  /** Nothing is left of a rendering that shows what was forbidden since. */
  async #describeLastGood(slug: string, reader: Reader): Promise<{ readonly shown?: Shown }> {
    const rendering = this.#lastGood.get(slug)?.rendering;
    if (rendering === undefined) return {};
    try {
      if (await rendering.mayBeShown())
        return { shown: describeShown(await rendering.letterFor(reader), rendering) };
      this.#lastGood.delete(slug);
    } catch {
      // What went wrong is being told already.
    }
    return {};
  }
}

async function letterOf({ rendering, letter, reader: last }: GoodIssue, reader: Reader): Promise<Letter> {
  return JSON.stringify(last) === JSON.stringify(reader) ? letter : rendering.letterFor(reader);
}

/** Nothing that could lead a careless source out of its folder. */
function isPlainName(slug: string): boolean {
  return /^(?!\.)[^/\\\p{Cc}]+$/u.test(slug);
}

function describeShown({ html, message: _, details: __, ...letter }: Letter, { web }: RenderedIssue): Shown {
  const version = createHash('sha256')
    .update(JSON.stringify([html, web]))
    .digest('base64url')
    .slice(0, 12);
  return { version, ...letter };
}

/** A failure with a hint was foreseen by whoever threw it; any other is a fault of the program. */
function describeProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'hint' in error && typeof error.hint === 'string') {
    return { message, hint: error.hint };
  }
  return { message, hint: 'this is a fault of penny, not of your text: please report it' };
}
