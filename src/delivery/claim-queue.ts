import type { ClaimedDelivery, MailingHalted } from './ledger.ts';

type ClaimMany = (count: number) => Promise<readonly ClaimedDelivery[] | MailingHalted>;

interface Waiting {
  readonly resolve: (answer: ClaimedDelivery | MailingHalted | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Lets all lanes that are free in the same moment claim together: one question to the ledger, and not one each. */
export class ClaimQueue {
  readonly #claimMany: ClaimMany;
  #waiting: Waiting[] = [];

  constructor(claimMany: ClaimMany) {
    this.#claimMany = claimMany;
  }

  /** A delivery that is due, why there can be none, or nothing when there is none now. */
  next(): Promise<ClaimedDelivery | MailingHalted | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => void this.#answer());
      this.#waiting.push({ resolve, reject });
    });
  }

  async #answer(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const claim = await this.#claimMany(waiting.length);
      for (const [index, { resolve }] of waiting.entries()) resolve('halted' in claim ? claim : claim[index]);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
