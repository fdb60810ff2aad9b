import type { AudienceStore } from '../../audience/audience-store.ts';
import type { UnknownPolicy } from '../../delivery/attempt-delivery.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailer } from '../../delivery/mailer.ts';
import type { Rate } from '../../workspace/rate.ts';
import type { ReadSegment } from '../listing/read-segment.ts';
import type { SendWork } from './send-work.ts';

/** An issue on its way to an audience: what is sent, by what, and how the person wants it. */
export interface Sending extends SendWork {
  readonly options: AudienceOptions;
  readonly mailer: Mailer;
  readonly ledger: Ledger;
  readonly store: AudienceStore;
}

export interface AudienceOptions {
  readonly to?: string;
  /** Narrows the audience to those of whom it is true. */
  readonly segment?: ReadSegment;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly connections?: number;
  /** Milliseconds. */
  readonly wait?: number;
  readonly rate?: Rate;
  readonly unknown?: UnknownPolicy;
  /** When to start, as it was typed; a zone may stand behind it. */
  readonly at?: string;
  /** `08:00-18:00`. */
  readonly window?: string;
  /** The database was moved here on purpose. */
  readonly moved?: boolean;
  /** Leaves the mailing to `penny serve`. */
  readonly detach?: boolean;
}
