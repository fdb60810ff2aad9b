import type { AudienceStore } from '../../audience/audience-store.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailer } from '../../delivery/mailer.ts';
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
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly connections?: number;
  /** Milliseconds. */
  readonly wait?: number;
}
