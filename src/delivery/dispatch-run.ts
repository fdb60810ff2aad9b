import { type AttemptTools, attemptDelivery } from './attempt-delivery.ts';
import { HeldBreaker, ReachBreaker } from './breakers.ts';
import { ClaimQueue } from './claim-queue.ts';
import { explainRefusedConnection } from './classify-reply.ts';
import type { DispatchInput } from './dispatch-input.ts';
import { heartbeat } from './hold.ts';
import type { ClaimedDelivery, MailingHalted } from './ledger.ts';
import type { MailerConnection } from './mailer.ts';
import type { MailingState } from './mailing.ts';
import { maskAddresses } from './mask-addresses.ts';
import { compileMessage } from './message/compile-message.ts';
import { Pace } from './pace.ts';
import { recoverDeliveries } from './recover-deliveries.ts';

/** Milliseconds until a lane without a connection asks again, while others have one. */
const standby = 15_000;
/** Milliseconds between two looks for a recipient that is due and that another lane or process holds. */
const shortestPause = 250;
/** Milliseconds after which a server would rather not be kept waiting: the connection is closed before. */
const longestIdle = 30_000;

/** How a run ended before its time, and why. */
export interface RunEnd {
  readonly state: Extract<MailingState, 'paused' | 'cancelled'>;
  readonly reason: string | undefined;
}

/** The lanes of one run, one connection each, and what they share: pace, breakers, and whether to go on. */
export class DispatchRun {
  readonly #input: DispatchInput;
  readonly #tools: AttemptTools;
  readonly #pace: Pace;
  readonly #claims = new ClaimQueue((count) => this.#claimMany(count));
  readonly #held = new HeldBreaker();
  readonly #reach = new ReachBreaker();
  readonly #ended = new AbortController();
  readonly #halted = new AbortController();
  /** Wakes whoever sleeps: told to stop, paused, or at the end. */
  readonly #halt: AbortSignal;
  readonly #drained = new AbortController();
  /** Wakes a lane that stands by: also when a lane has found nothing more to do. */
  readonly #spare: AbortSignal;
  #end: RunEnd | undefined;
  #openLanes = 0;
  #sleepers = 0;

  constructor(input: DispatchInput) {
    this.#input = input;
    this.#tools = { ...input, ...makeReady(input) };
    this.#pace = new Pace(input.limits);
    this.#halt = AbortSignal.any([input.stop, this.#ended.signal, this.#halted.signal]);
    this.#spare = AbortSignal.any([this.#halt, this.#drained.signal]);
  }

  /** Why it ended, if not because everything was done or somebody stopped it. */
  get end(): RunEnd | undefined {
    return this.#end;
  }

  /** Runs the lanes to their end, and keeps our hold on the mailing meanwhile; if that is lost, the lanes end. */
  async finish(): Promise<void> {
    await settleAll([this.#runLanes(), this.#beat()]);
  }

  /** The first lane connects alone: a refused login is refused once. */
  async #runLanes(): Promise<void> {
    const { connections } = this.#input;
    try {
      if (!(await this.#waitForOpening())) return;
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
  #stopFor({ state, reason }: RunEnd): void {
    this.#end ??= { state, reason: reason === undefined ? undefined : this.#mask(reason) };
    this.#halted.abort();
  }

  async #runLane(opened: MailerConnection | undefined): Promise<void> {
    let connection = opened;
    try {
      while (this.#goesOn) {
        const turn = await this.#waitForTurn(connection);
        connection = turn.connection;
        if (connection?.usable !== true) connection = await this.#reopen(connection);
        if (connection === undefined || !this.#goesOn) return;
        const claimed = await this.#claim();
        if (claimed !== undefined) {
          if (await this.#attempt(claimed, connection)) continue;
          await this.#close(connection);
          connection = undefined;
        } else if (!(await this.#waitForDue())) {
          this.#drained.abort();
          return;
        }
      }
    } catch (error) {
      // The other lanes finish what they have in flight, and nothing new is started.
      this.#ended.abort();
      throw error;
    } finally {
      if (connection !== undefined) await this.#close(connection);
    }
  }

  async #claim(): Promise<ClaimedDelivery | undefined> {
    const claim = await this.#claims.next();
    if (claim === undefined || !('halted' in claim)) return claim;
    this.#haltFor(claim);
    return undefined;
  }

  #claimMany(count: number): Promise<readonly ClaimedDelivery[] | MailingHalted> {
    const { ledger, mailing, worker, clock } = this.#input;
    const now = clock.now();
    const turnOf = (domain: string): number => this.#pace.turnOf(domain, now);
    return ledger.claim(mailing, worker, { count, now, turnOf });
  }

  #haltFor({ halted, reason }: MailingHalted): void {
    const { ledger, mailing, worker, clock } = this.#input;
    // Throws what a ledger says of a hold that is lost.
    if (halted === 'lost') ledger.heartbeat(mailing, worker, clock.now());
    else this.#stopFor({ state: halted, reason });
  }

  /** One try at one recipient. False when the server has had enough of this connection. */
  async #attempt(claimed: ClaimedDelivery, connection: MailerConnection): Promise<boolean> {
    const { verdict } = await attemptDelivery(claimed, connection, this.#tools);
    const reason = verdict.pause ?? this.#held.note(verdict.outcome);
    if (reason !== undefined) this.#stopFor({ state: 'paused', reason });
    if (verdict.slowDown === true) this.#slowDown(claimed);
    this.#input.onProgress();
    return verdict.sessionEnded !== true;
  }

  #slowDown({ recipient: { canonical } }: ClaimedDelivery): void {
    const { ledger, mailing, clock } = this.#input;
    const domain = canonical.split('@').at(-1) ?? '';
    if (this.#pace.slowDown(domain, clock.now())) ledger.forgetTurns(mailing, domain);
  }

  async #reopen(broken: MailerConnection | undefined): Promise<MailerConnection | undefined> {
    if (broken !== undefined) await this.#close(broken);
    return await this.#connect();
  }

  async #close(connection: MailerConnection): Promise<void> {
    this.#openLanes -= 1;
    await connection.close();
  }

  /** Waits for the next recipient who may go later; false when there is none, or not soon enough. */
  async #waitForDue(): Promise<boolean> {
    const { ledger, mailing, clock, wait } = this.#input;
    const due = ledger.nextDue(mailing);
    if (due === undefined || due - clock.now() > wait) return false;
    const pause = Math.max(due - clock.now(), shortestPause);
    if (pause > longestIdle) await this.#sleep(pause, 'for those whom their servers deferred');
    else await clock.sleep(pause, this.#halt);
    await recoverDeliveries(mailing, this.#input);
    return this.#goesOn;
  }

  /** Waits for the hours in which messages may go; false when it was woken before. */
  async #waitForOpening(): Promise<boolean> {
    const { clock, mailing, nextOpening } = this.#input;
    // Asked again after each sleep: somebody may have set the machine's clock meanwhile.
    while (this.#goesOn) {
      const opening = nextOpening(Math.max(clock.now(), mailing.startsAt ?? 0));
      if (opening <= clock.now()) return true;
      await this.#sleep(opening - clock.now(), 'for its time');
    }
    return false;
  }

  /** Waits until another message may go at all. A connection that would be idle for long is closed before. */
  async #waitForTurn(
    connection: MailerConnection | undefined,
  ): Promise<{ readonly connection: MailerConnection | undefined }> {
    const { clock, nextOpening } = this.#input;
    const now = clock.now();
    const turn = nextOpening(this.#pace.turn(now));
    if (turn <= now) return { connection };
    const isLong = turn - now > longestIdle;
    if (!isLong) {
      await clock.sleep(turn - now, this.#halt);
      return { connection };
    }
    if (connection !== undefined) await this.#close(connection);
    await this.#sleep(turn - now, 'for its turn');
    return { connection: undefined };
  }

  /** Servers quote whom they speak of; reasons are kept in logs. */
  #mask(text: string): string {
    return maskAddresses(text, this.#tools.sender);
  }

  /** Of several lanes that wait, the first one says so. */
  async #sleep(milliseconds: number, why: string): Promise<void> {
    const { clock, onWaiting } = this.#input;
    this.#sleepers += 1;
    if (this.#sleepers === 1) onWaiting({ why: this.#mask(why), until: clock.now() + milliseconds });
    await clock.sleep(milliseconds, this.#halt);
    this.#sleepers -= 1;
    if (this.#sleepers === 0) onWaiting(undefined);
  }

  /**
   * A connection, as soon as there is somebody to mail. Servers take only so many: a lane that is refused while another
   * has one stands by. Only when nobody has one is the server what is wrong, and the mailing pauses in the end.
   */
  async #connect(): Promise<MailerConnection | undefined> {
    const { ledger, mailing, mailer, clock } = this.#input;
    if ((ledger.nextDue(mailing) ?? Infinity) > clock.now() && !(await this.#waitForDue())) return undefined;
    while (this.#goesOn) {
      const answer = await mailer.connect();
      if ('deliver' in answer) {
        this.#openLanes += 1;
        this.#reach.reached();
        return answer;
      }
      if (this.#openLanes > 0) {
        await clock.sleep(standby, this.#spare);
        if (this.#spare.aborted) return undefined;
        continue;
      }
      const refused = explainRefusedConnection(answer);
      const pause = refused === undefined ? this.#reach.failed(clock.now()) : undefined;
      if (pause === undefined) {
        this.#stopFor({ state: 'paused', reason: refused ?? `the server cannot be reached: ${answer.text}` });
        return undefined;
      }
      await this.#sleep(pause, `for the server: ${answer.text}`);
    }
    return undefined;
  }

  /** Keeps our hold on the mailing while lanes wait, and sees when somebody stops it. */
  async #beat(): Promise<void> {
    const { ledger, mailing, worker, clock } = this.#input;
    try {
      for (;;) {
        await clock.sleep(heartbeat, this.#ended.signal);
        if (this.#ended.signal.aborted) return;
        // Whoever waits for a server or for a deferred recipient claims nothing, and would not hear of it otherwise.
        const halt = ledger.heartbeat(mailing, worker, clock.now());
        if (halt !== undefined) this.#haltFor(halt);
      }
    } finally {
      this.#ended.abort();
    }
  }
}

/** All that is the same for everybody is made ready before the first message, and once. */
function makeReady(input: DispatchInput): Pick<AttemptTools, 'message' | 'sender'> {
  const { ledger, mailing, signer, envelopeFrom } = input;
  const snapshot = ledger.snapshotOf(mailing);
  const date = mailing.startsAt ?? mailing.startedAt;
  const message = compileMessage(snapshot, { date, signer, envelopeFrom });
  return { message, sender: snapshot.stationery.from.address };
}

/** Waits for all, and then throws what the first failed one threw. */
async function settleAll(tasks: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(tasks);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
