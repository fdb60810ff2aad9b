import type { Letter, LetterDetails } from './letter.ts';
import type { PreviewEntry, PreviewFinding } from './preview-source.ts';

/**
 * What the server tells a page: `kind` is the event's name, the whole of it its data as JSON. `shown` is the last
 * good rendering, which stays on the page whatever happened since; absent when there has been none.
 */
export type PreviewEvent =
  | IssueEvent
  | ExaminedEvent
  | { readonly kind: 'issues'; readonly entries: readonly PreviewEntry[] };

/** Follows a rendering as soon as its pages had time to show it: nobody waits for this to see what they wrote. */
export interface ExaminedEvent {
  readonly kind: 'examined';
  readonly findings: readonly PreviewFinding[];
  readonly details: LetterDetails;
}

export type IssueEvent =
  | {
      readonly kind: 'rendered';
      readonly entry: PreviewEntry;
      readonly shown: Shown;
    }
  | {
      readonly kind: 'broken';
      readonly entry: PreviewEntry;
      readonly findings: readonly PreviewFinding[];
      readonly shown?: Shown;
    }
  | { readonly kind: 'missing'; readonly shown?: Shown }
  | FailedEvent;

export interface FailedEvent {
  readonly kind: 'failed';
  readonly problem: Problem;
  readonly shown?: Shown;
}

/** What a page shows by itself; the two documents have addresses of their own, for frames. */
export interface Shown extends Omit<Letter, 'html' | 'message' | 'details'> {
  /** Differs as soon as one of the two documents does. */
  readonly version: string;
}

/** Why there is nothing to show, though nothing may be wrong with the text. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
}
