import { type AttemptTools, attemptDelivery } from './attempt-delivery.ts';
import { explainRefusedConnection } from './classify-reply.ts';
import type { Clock } from './clock.ts';
import { heartbeat } from './hold.ts';
import type { DeliveryCounts, Ledger, Mailing, MailingState, Worker } from './ledger.ts';
import type { Mailer, MailerConnection } from './mailer.ts';
import { assertInvariants, countOpen, type MailingResult, summarizeMailing } from './mailing-result.ts';
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

/** Milliseconds between the tries at a server that cannot be reached; after the last one the mailing pauses. */
const reconnect: readonly number[] = [1_000, 5_000, 15_000];
/** Milliseconds until a lane without a connection asks again, while others have one. */
const standby = 15_000;
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
  try {
    await recoverDeliveries(mailing, { ledger, mailer, worker, now: startedAt });
    const run = new DispatchRun(input);
    await run.finish();
    const counts = ledger.counts(mailing);
    const { state, reason } = endOf(run, counts, input);
    assertInvariants(mailing, { counts, state, contradictions: ledger.contradictions(mailing) });
    ledger.releaseMailing(mailing, worker, state, reason, clock.now());
    return summarizeMailing(mailing, counts, { state, reason, seconds: (clock.now() - startedAt) / 1000 });
  } catch (error) {
    releaseAfter(error, input);
    throw error;
  }
}

function endOf(
  { pauseReason }: DispatchRun,
  counts: DeliveryCounts,
  { stop }: DispatchInput,
): { readonly state: MailingState; readonly reason: string | undefined } {
  if (pauseReason !== undefined) return { state: 'paused', reason: pauseReason };
  if (countOpen(counts) === 0) return { state: 'finished', reason: undefined };
  return { state: 'waiting', reason: stop.aborted ? 'interrupted' : undefined };
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
  readonly #input: DispatchInput;
  readonly #tools: AttemptTools;
  readonly #ended = new AbortController();
  readonly #paused = new AbortController();
  /** Wakes whoever sleeps: told to stop, paused, or at the end. */
  readonly #halt: AbortSignal;
  readonly #drained = new AbortController();
  /** Wakes a lane that stands by: also when a lane has found nothing more to do. */
  readonly #spare: AbortSignal;
  #pauseReason: string | undefined;
  #heldInARow = 0;
  #openLanes = 0;

  constructor(input: DispatchInput) {
    this.#input = input;
    this.#tools = { ...input, snapshot: input.ledger.snapshotOf(input.mailing) };
    this.#halt = AbortSignal.any([input.stop, this.#ended.signal, this.#paused.signal]);
    this.#spare = AbortSignal.any([this.#halt, this.#drained.signal]);
  }

  get pauseReason(): string | undefined {
    return this.#pauseReason;
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
    return !this.#halt.aborted;
  }

  /** The first reason counts; messages in flight are finished. */
  #pause(reason: string): void {
    this.#pauseReason ??= reason;
    this.#paused.abort();
  }

  async #runLane(opened: MailerConnection | undefined): Promise<void> {
    const { ledger, mailing, worker, clock, onProgress } = this.#input;
    let connection = opened;
    try {
      while (this.#goesOn) {
        if (connection?.usable !== true) {
          const broken = connection;
          connection = undefined;
          connection = await this.#reopen(broken);
        }
        if (connection === undefined) return;
        const [claimed] = ledger.claim(mailing, worker, 1, clock.now());
        if (claimed === undefined) {
          if (await this.#waitForDue()) continue;
          this.#drained.abort();
          return;
        }
        const { outcome, pause } = await attemptDelivery(claimed, connection, this.#tools);
        this.#heldInARow = outcome.state === 'held' ? this.#heldInARow + 1 : 0;
        if (pause !== undefined) this.#pause(pause);
        if (this.#heldInARow >= mostHeldInARow)
          this.#pause(`the server held back ${mostHeldInARow} recipients in a row: ${outcome.text}`);
        onProgress();
      }
    } catch (error) {
      // The other lanes finish what they have in flight, and nothing new is started.
      this.#ended.abort();
      throw error;
    } finally {
      if (connection !== undefined) await this.#close(connection);
    }
  }

  async #reopen(broken: MailerConnection | undefined): Promise<MailerConnection | undefined> {
    if (broken !== undefined) await this.#close(broken);
    return await this.#connect();
  }

  async #close(connection: MailerConnection): Promise<void> {
    this.#openLanes -= 1;
    await connection.close();
  }

  /** Waits for the next deferred recipient; false when there is none, or not soon enough. */
  async #waitForDue(): Promise<boolean> {
    const { ledger, mailing, clock, wait } = this.#input;
    const due = ledger.nextDue(mailing);
    if (due === undefined || due - clock.now() > wait) return false;
    const pause = Math.max(due - clock.now(), shortestPause);
    await clock.sleep(pause, this.#halt);
    return this.#goesOn;
  }

  /**
   * A connection, as soon as there is somebody to mail. Servers take only so many: a lane that is refused while another
   * has one stands by. Only when nobody has one is the server what is wrong, and the mailing pauses in the end.
   */
  async #connect(): Promise<MailerConnection | undefined> {
    const { ledger, mailing, mailer, clock } = this.#input;
    const { queued } = ledger.counts(mailing);
    if (queued === 0 && !(await this.#waitForDue())) return undefined;
    for (let tries = 0; this.#goesOn; ) {
      const answer = await mailer.connect();
      if ('deliver' in answer) {
        this.#openLanes += 1;
        return answer;
      }
      if (this.#openLanes > 0) {
        await clock.sleep(standby, this.#spare);
        if (this.#spare.aborted) return undefined;
        continue;
      }
      const refused = explainRefusedConnection(answer);
      const pause = reconnect[tries];
      if (refused !== undefined || pause === undefined) {
        this.#pause(refused ?? `the server cannot be reached: ${answer.text}`);
        return undefined;
      }
      tries += 1;
      await clock.sleep(pause, this.#halt);
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
