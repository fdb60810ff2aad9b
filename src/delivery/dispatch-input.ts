import type { UnknownPolicy } from './attempt-delivery.ts';
import type { Clock } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { Mailer } from './mailer.ts';
import type { Mailing, Worker } from './mailing.ts';
import type { MessageOptions } from './message/compile-message.ts';
import type { PaceLimits } from './pace.ts';
import type { Signer } from './signing/sign-message.ts';

/** What a run of a mailing is given. */
export interface DispatchInput {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** Ours: started or resumed by this worker. */
  readonly mailing: Mailing;
  readonly worker: Worker;
  readonly connections: number;
  readonly limits: PaceLimits;
  /** Milliseconds to wait after the first, second, … deferral of a recipient. */
  readonly retry: readonly number[];
  readonly unknown: UnknownPolicy;
  /** Between 0 and 1, another one each time. */
  readonly jitter: () => number;
  /** The first moment from this one on in which messages may go, in milliseconds since 1970. */
  readonly nextOpening: (now: number) => number;
  /** Milliseconds: when the next try at a deferred recipient is further away, the run ends in state `waiting`. */
  readonly wait: number;
  readonly signer?: Signer | undefined;
  /** As in `MessageOptions`. */
  readonly envelopeFrom?: MessageOptions['envelopeFrom'];
  /** Aborting it finishes what is in flight and starts nothing new. */
  readonly stop: AbortSignal;
  /** Called after each attempt. */
  readonly onProgress: () => void;
  /** Called when all that can be done is to wait, and with nothing when that is over. */
  readonly onWaiting: (waiting: Waiting | undefined) => void;
}

export interface Waiting {
  /** For people: `for the server: ECONNREFUSED`. */
  readonly why: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}
