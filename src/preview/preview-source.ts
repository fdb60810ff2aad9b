import type { Finding } from '../source/finding.ts';

/**
 * What preview/ needs of the newsletter: implemented in cli/ by parse, check and render. A slug comes out of an
 * address that anybody on this machine may type: look it up among the entries, never make a path of it.
 */
export interface PreviewSource {
  /** Every issue, broken ones too, in the order to show them. */
  list(): Promise<readonly PreviewEntry[]>;
  /** The issue as its file stands at this moment, everything that differs per recipient filled in. */
  render(slug: string): Promise<PreviewRendering>;
}

export interface PreviewEntry {
  readonly slug: string;
  /** Absent when the file is too broken to tell. */
  readonly number?: number;
  readonly title: string;
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
}

export type PreviewRendering = RenderedIssue | BrokenIssue | { readonly kind: 'missing' };

export interface RenderedIssue {
  readonly kind: 'rendered';
  readonly entry: PreviewEntry;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly preheader?: string;
  /** The mail's HTML, a whole document. */
  readonly html: string;
  /** The page on the site, a whole document. */
  readonly web: string;
  readonly text: string;
  readonly findings: readonly PreviewFinding[];
}

/** The file has faults that leave nothing to render. */
export interface BrokenIssue {
  readonly kind: 'broken';
  readonly entry: PreviewEntry;
  readonly findings: readonly PreviewFinding[];
}

export interface PreviewFinding extends Finding {
  /** The line at which the finding starts, as it stands in the file. */
  readonly sourceLine?: string;
}
