import type { AudienceStore } from './audience-store.ts';

/**
 * Runs `work` as `allOrNothing` does, and then undoes everything that it kept: what a dry run would have done.
 * What `work` returns must not read the store later.
 */
export function rehearse<Result>(store: Pick<AudienceStore, 'allOrNothing'>, work: () => Result): Result {
  try {
    return store.allOrNothing((): Result => {
      throw new Rehearsed(work());
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  }
}

class Rehearsed<Result> {
  readonly result: Result;

  constructor(result: Result) {
    this.result = result;
  }
}
