import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'note';

/** The text at a finding's place, without its quotes, and what was plainly meant. */
export interface Fix {
  readonly from: string;
  readonly to: string;
}

/**
 * One thing to say about a user's file. Its fields but `fix`, in this order, are the JSON of `penny check --json`.
 * `message` says what is wrong in the author's terms, without a full stop; `hint` says what to write instead.
 */
export interface Finding extends Place {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly severity: Severity;
  /** Family and name, such as `role/apply-missing`; names never change once released. */
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  /** What `penny check --fix` may write there without asking. */
  readonly fix?: Fix;
}

/** Orders findings by file, then by place, then by rule: the order in which they are printed. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    compareText(left.rule, right.rule)
  );
}

/** By code unit, so that the order is the same on every machine. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
