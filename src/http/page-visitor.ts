import type { PageAnswer, PageFailure } from '../check/online/page-answer.ts';
import { type FetchOptions, fetchPublic } from './fetch-public.ts';

export interface VisitOptions {
  readonly stop?: AbortSignal;
  /** Called after each page. */
  readonly onProgress?: (done: number, all: number) => void;
}

type FetchPage = (address: string, options: FetchOptions) => Promise<PageAnswer>;

/** Together, and to one host: nobody's server should feel it. */
const mostAtOnce = 8;
const mostPerHost = 2;

/** Of this moment, not of the page. */
const passing: ReadonlySet<PageFailure> = new Set(['stopped', 'offline']);

/** Visits pages, several at a time, and remembers the answers: no page is called twice. */
export class PageVisitor {
  readonly #fetch: FetchPage;
  readonly #answers = new Map<string, PageAnswer>();

  constructor(fetch: FetchPage = fetchPublic) {
    this.#fetch = fetch;
  }

  /** The answers for these addresses, by address. One that says nothing about its page is not remembered. */
  async visit(
    addresses: readonly string[],
    { stop, onProgress = () => {} }: VisitOptions = {},
  ): Promise<ReadonlyMap<string, PageAnswer>> {
    const wanted = [...new Set(addresses)];
    const waiting = wanted.filter((address) => !this.#answers.has(address));
    const busy = new Map<string, number>();
    const all = waiting.length;
    let done = 0;
    const work = async (): Promise<void> => {
      for (;;) {
        const at = waiting.findIndex((address) => (busy.get(hostOf(address)) ?? 0) < mostPerHost);
        const [address] = at < 0 ? [] : waiting.splice(at, 1);
        if (address === undefined) return;
        const host = hostOf(address);
        busy.set(host, (busy.get(host) ?? 0) + 1);
        this.#answers.set(address, await this.#fetch(address, stop === undefined ? {} : { stop }));
        busy.set(host, (busy.get(host) ?? 1) - 1);
        done += 1;
        onProgress(done, all);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
    const answers = new Map(wanted.flatMap((address) => this.#entryFor(address)));
    for (const [address, answer] of answers) {
      if ('failure' in answer && passing.has(answer.failure)) this.#answers.delete(address);
    }
    return answers;
  }

  #entryFor(address: string): [string, PageAnswer][] {
    const answer = this.#answers.get(address);
    return answer === undefined ? [] : [[address, answer]];
  }
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}
