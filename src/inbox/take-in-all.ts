import { rehearse } from '../audience/rehearse.ts';
import type { Mailing } from '../delivery/mailing.ts';
import type { Counted, GonePerson, InboxReport, PossibleWish } from './inbox-report.ts';
import type { Decided, InboxStore } from './inbox-store.ts';
import type { SortedMail } from './sort-mail.ts';
import { takeIn } from './take-in.ts';

/** Messages of one transaction: a mailing that is being sent waits for its end. */
const batchSize = 200;

/** What a pile of mail came to. */
export interface TakenIn {
  readonly report: InboxReport;
  /** Of the mails that changed something, or had done so before: their places in the pile. */
  readonly taken: ReadonlySet<number>;
}

/**
 * Takes in a pile of mail that was sorted. Suspects are decided about when all of it has been seen, so that a wave of
 * bounces is seen as one. Taking the same mail in again changes nothing.
 *
 * @param dryRun says what it would come to, and undoes it
 */
export function takeInAll(
  store: InboxStore,
  mails: readonly SortedMail[],
  { now, dryRun }: { readonly now: number; readonly dryRun: boolean },
): TakenIn {
  const tally = new Tally(mails);
  const pile = [...mails.entries()];
  const decide = (): TakenIn => ({
    report: tally.report(store.decide(tally.mailings, now)),
    taken: tally.taken,
  });
  if (dryRun) {
    // All of it is one transaction here: nothing is kept.
    return rehearse(store, () => {
      tally.takeIn(store, pile, now);
      return decide();
    });
  }
  for (let at = 0; at < pile.length; at += batchSize)
    store.allOrNothing(() => tally.takeIn(store, pile.slice(at, at + batchSize), now));
  return store.allOrNothing(decide);
}

class Tally {
  readonly #messages: number;
  readonly #counts = new Map<Counted, number>();
  readonly #ignored: Record<string, number> = {};
  readonly #broken: InboxReport['broken'];
  readonly #gone: GonePerson[] = [];
  readonly #wishes: PossibleWish[] = [];
  readonly #mailings = new Map<number, Mailing>();
  readonly #taken = new Set<number>();

  constructor(mails: readonly SortedMail[]) {
    this.#messages = mails.length;
    this.#broken = mails.flatMap((mail) =>
      mail.kind === 'broken' ? [{ source: mail.source, problem: mail.problem }] : [],
    );
  }

  get mailings(): readonly Mailing[] {
    return [...this.#mailings.values()];
  }

  get taken(): ReadonlySet<number> {
    return this.#taken;
  }

  /** @param mails with their places in the pile */
  takeIn(
    store: InboxStore,
    mails: readonly (readonly [place: number, mail: SortedMail])[],
    now: number,
  ): void {
    for (const [place, mail] of mails) {
      if (mail.kind === 'broken') continue;
      if (mail.kind === 'ignored') {
        this.#ignore(mail.reason);
        continue;
      }
      const { counts, ignored, gone, wish, mailing } = takeIn(store, mail, now);
      for (const name of counts) this.#counts.set(name, this.#count(name) + 1);
      if (ignored === undefined) this.#taken.add(place);
      else this.#ignore(ignored);
      if (gone !== undefined) this.#gone.push(gone);
      if (wish !== undefined) this.#wishes.push(wish);
      if (mailing !== undefined) this.#mailings.set(mailing.id, mailing);
    }
  }

  report({ suppressed, waiting }: Decided): InboxReport {
    const bounced = suppressed.map((address) => ({ address, because: 'bounced' }) as const);
    return {
      messages: this.#messages,
      suppressed: suppressed.length,
      unsubscribed: this.#count('unsubscribed'),
      complaints: this.#count('complaints'),
      hard: this.#count('hard'),
      ambiguous: this.#count('ambiguous'),
      soft: this.#count('soft'),
      policy: this.#count('policy'),
      delayed: this.#count('delayed'),
      delivered: this.#count('delivered'),
      settled: this.#count('settled'),
      known: this.#count('known'),
      ignored: { ...this.#ignored },
      waiting,
      gone: [...this.#gone, ...bounced],
      wishes: this.#wishes,
      broken: this.#broken,
    };
  }

  #count(name: Counted): number {
    return this.#counts.get(name) ?? 0;
  }

  #ignore(reason: string): void {
    this.#ignored[reason] = (this.#ignored[reason] ?? 0) + 1;
  }
}
