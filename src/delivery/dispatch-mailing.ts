import { type AttemptTools, attemptDelivery } from './attempt-delivery.ts';
import { explainRefusedConnection } from './classify-reply.ts';
import type { Clock } from './clock.ts';
import type { Ledger, Mailing, MailingState, Worker } from './ledger.ts';
import type { Mailer, MailerConnection } from './mailer.ts';
import { assertInvariants, type MailingResult, summarizeMailing } from './mailing-result.ts';
import { recoverDeliveries } from './recover-deliveries.ts';

export interface DispatchInput {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** Ours: started or resumed by this worker. */
  readonly mailing: Mailing;
  readonly worker: Worker;
  readonly connections: number;
  /** Milliseconds to wait after the first, second, … deferral of a recipient. */
  readonly retry: readonly number[];
  /** Milliseconds: when the next try is further away, the run ends in state `waiting`. */
  readonly wait: number;
  /** Aborting it finishes what is in flight and starts nothing new. */
  readonly stop: AbortSignal;
  /** Called after each attempt. */
  readonly onProgress: () => void;
}

const heartbeat = 10_000;
/** Milliseconds between the tries at a server that cannot be reached; after the last one the mailing pauses. */
const reconnect: readonly number[] = [1_000, 5_000, 15_000];
/** Milliseconds between two looks for a recipient that is due and that another lane or process holds. */
const shortestPause = 250;
/** Recipients held one after the other: then the server's answer is about us, and not about them. */
const mostHeldInARow = 5;

/**
 * Sends what is left of a mailing, until nothing is due, something pauses it, or it is stopped. Everything that it
 * knows is in the ledger: killed at any moment, the next run goes on from there.
 *
 * @throws what the ledger throws, after the connections are closed.
 */
export async function dispatchMailing(input: DispatchInput): Promise<MailingResult> {
  const { ledger, mailer, clock, mailing, worker } = input;
  const startedAt = clock.now();
  await recoverDeliveries(mailing, { ledger, mailer, worker, now: startedAt });
  const run = new DispatchRun(input);
  try {
    await run.finish();
  } catch (error) {
    releaseAfter(error, input);
    throw error;
  }
  const counts = ledger.counts(mailing);
  const open = counts.queued + counts.deferred + counts.attempting + counts.committing;
  const reason = run.pauseReason ?? (input.stop.aborted && open > 0 ? 'interrupted' : undefined);
  const state: MailingState = run.pauseReason !== undefined ? 'paused' : open > 0 ? 'waiting' : 'finished';
  assertInvariants(mailing, counts, state);
  ledger.releaseMailing(mailing, worker, state, reason, clock.now());
  return summarizeMailing(mailing, counts, { state, reason, seconds: (clock.now() - startedAt) / 1000 });
}

/** Lets the mailing go when something of ours broke, so that nobody takes it for running. */
function releaseAfter(error: unknown, { ledger, mailing, worker, clock }: DispatchInput): void {
  const reason = error instanceof Error ? error.message : String(error);
  try {
    ledger.releaseMailing(mailing, worker, 'paused', reason, clock.now());
  } catch {
    // The ledger itself is what broke: the first error is the one to tell.
  }
}

/** The lanes of one run, and what they share: whether to go on. */
class DispatchRun {
  pauseReason: string | undefined;
  readonly #input: DispatchInput;
  readonly #tools: AttemptTools;
  readonly #ended = new AbortController();
  #heldInARow = 0;

  constructor(input: DispatchInput) {
    this.#input = input;
    this.#tools = { ...input, snapshot: input.ledger.snapshotOf(input.mailing) };
  }

  /** Runs the lanes to their end, and keeps our hold on the mailing meanwhile; if that is lost, the lanes end. */
  async finish(): Promise<void> {
    await settleAll([this.#runLanes(), this.#beat()]);
  }

  /** The first lane connects alone: a refused login is refused once. */
  async #runLanes(): Promise<void> {
    const { connections } = this.#input;
    try {
      const first = await this.#connect();
      if (first === undefined) return;
      const others = Array.from({ length: connections - 1 }, () => this.#runLane(undefined));
      await settleAll([this.#runLane(first), ...others]);
    } finally {
      this.#ended.abort();
    }
  }

  get #goesOn(): boolean {
    return this.pauseReason === undefined && !this.#input.stop.aborted && !this.#ended.signal.aborted;
  }

  async #runLane(opened: MailerConnection | undefined): Promise<void> {
    const { ledger, mailing, worker, clock, onProgress } = this.#input;
    let connection = opened;
    try {
      while (this.#goesOn) {
        if (connection?.usable !== true) connection = await this.#connect();
        if (connection === undefined) return;
        const [claimed] = ledger.claim(mailing, worker, 1, clock.now());
        if (claimed === undefined) {
          if (!(await this.#waitForDue())) return;
          continue;
        }
        const { outcome, pause } = await attemptDelivery(claimed, connection, this.#tools);
        this.#heldInARow = outcome.state === 'held' ? this.#heldInARow + 1 : 0;
        if (pause !== undefined) this.pauseReason = pause;
        if (this.#heldInARow >= mostHeldInARow)
          this.pauseReason = `the server held back ${mostHeldInARow} recipients in a row: ${outcome.text}`;
        onProgress();
      }
    } catch (error) {
      // The other lanes finish what they have in flight, and nothing new is started.
      this.#ended.abort();
      throw error;
    } finally {
      await connection?.close();
    }
  }

  /** Waits for the next deferred recipient; false when there is none, or not soon enough. */
  async #waitForDue(): Promise<boolean> {
    const { ledger, mailing, clock, wait, stop } = this.#input;
    const due = ledger.nextDue(mailing);
    if (due === undefined || due - clock.now() > wait) return false;
    const pause = Math.max(due - clock.now(), shortestPause);
    await clock.sleep(pause, AbortSignal.any([stop, this.#ended.signal]));
    return this.#goesOn;
  }

  async #connect(): Promise<MailerConnection | undefined> {
    const { ledger, mailing, mailer, clock, stop } = this.#input;
    const { queued } = ledger.counts(mailing);
    if (queued === 0 && !(await this.#waitForDue())) return undefined;
    for (const pause of [...reconnect, undefined]) {
      if (!this.#goesOn) return undefined;
      const answer = await mailer.connect();
      if ('deliver' in answer) return answer;
      const refused = explainRefusedConnection(answer);
      if (refused !== undefined || pause === undefined) {
        this.pauseReason = refused ?? `the server cannot be reached: ${answer.text}`;
        return undefined;
      }
      await clock.sleep(pause, stop);
    }
    return undefined;
  }

  /** Keeps our hold on the mailing while lanes wait for a slow server. */
  async #beat(): Promise<void> {
    const { ledger, mailing, worker, clock } = this.#input;
    try {
      for (;;) {
        await clock.sleep(heartbeat, this.#ended.signal);
        if (this.#ended.signal.aborted) return;
        ledger.heartbeat(mailing, worker, clock.now());
      }
    } finally {
      this.#ended.abort();
    }
  }
}

/** Waits for all, and then throws what the first failed one threw. */
async function settleAll(tasks: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(tasks);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
