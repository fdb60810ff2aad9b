import type { Finding } from '../source/finding.ts';

/** A workspace that cannot be used: not there, not readable, or with faults in `newsletter.yaml`. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly hint: string;
  /** The faults in `newsletter.yaml`, with its text for showing the lines; empty when it was not read. */
  readonly findings: readonly Finding[];
  readonly source: string;

  constructor(
    message: string,
    details: {
      readonly hint: string;
      readonly findings?: readonly Finding[];
      readonly source?: string;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.hint = details.hint;
    this.findings = details.findings ?? [];
    this.source = details.source ?? '';
  }
}
