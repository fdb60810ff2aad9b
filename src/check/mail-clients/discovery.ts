import type { RuleDescription } from '../rule.ts';

/** A finding whose place still counts from the template's start, in UTF-16 code units; the end is exclusive. */
export interface Discovery {
  readonly rule: RuleDescription;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}
