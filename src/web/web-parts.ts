import type { AccessLog } from './access-log.ts';
import type { Answers } from './answer.ts';
import type { AudienceDesk } from './audience-desk.ts';
import type { DeskPages } from './desk-pages.ts';
import type { TokenBuckets } from './token-bucket.ts';

/** All that the public endpoints are made of. */
export interface WebParts {
  /** Of the newsletter, without a slash at its end; where it lies below a path, so do all addresses. */
  readonly url: string;
  /** Of the built site, absolute. */
  readonly folder: string;
  readonly desk: AudienceDesk;
  readonly pages: DeskPages;
  readonly limits: SubscribeLimits;
  readonly trustProxy: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: AccessLog;
  /** Called for what is our bug or the disk's: nobody outside is told more than that something went wrong. */
  readonly onError: (error: unknown) => void;
  /** Whether the list is being written by somebody else for longer than we wait: the same works in a moment. */
  readonly isBusy: (error: unknown) => boolean;
}

/** How often somebody may ask for the newsletter: each source, and all of them together. */
export interface SubscribeLimits {
  readonly perSource: TokenBuckets;
  readonly overall: TokenBuckets;
}

/** What one endpoint is given. */
export interface EndpointParts extends WebParts {
  readonly answers: Answers;
}
