import type { Finding } from '../source/finding.ts';
import type { Letter } from './letter.ts';
import type { Reader } from './reader.ts';

/**
 * What preview/ needs of the newsletter: implemented in cli/ by parse, check and render. A slug comes out of an
 * address that anybody on this machine may type: look it up among the entries, never make a path of it.
 */
export interface PreviewSource {
  /** Every issue, broken ones too, in the order to show them. */
  list(): Promise<readonly PreviewEntry[]>;
  /** The issue as its file stands at this moment. */
  render(slug: string): Promise<PreviewRendering>;
  /** A few of the subscribers whose address or name holds these words. */
  findSubscribers(words: string): Promise<FoundSubscribers>;
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
  /** The page on the site, a whole document, the same for everybody. */
  readonly web: string;
  /**
   * The pictures that lie beside the issue, as `data:`, by the addresses under which mail and page show them: those may
   * not be published yet.
   */
  readonly pictures: ReadonlyMap<string, string>;
  /** What there is to mend in it. */
  check(): Promise<readonly PreviewFinding[]>;
  /** The mail as this reader gets it, with everything that differs per reader filled in. */
  letterFor(reader: Reader): Promise<Letter>;
  /** Whether nothing in it has been forbidden since it was rendered. */
  mayBeShown(): Promise<boolean>;
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

export interface FoundSubscribers {
  readonly subscribers: readonly { readonly address: string; readonly name?: string }[];
  /** There are more than these: more words find them. */
  readonly more: boolean;
}
