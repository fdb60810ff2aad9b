import type { Node, Root, RootContent } from 'mdast';
import type { FieldPlaces } from '../source/place.ts';
import type { Picture, Pictures } from './picture.ts';

/**
 * An issue as it is published: validated, with every default filled in. Only `parseIssue` makes one.
 * Text is as the author wrote it, to the character.
 */
export interface Issue {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  /** The text that it was read from. */
  readonly source: string;
  readonly number: number;
  readonly slug: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly subject: string;
  readonly preheader?: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly draft: boolean;
  /** The text between the front matter and the first block; empty when there is none. */
  readonly introduction: Root;
  /** In the author's order. */
  readonly blocks: readonly Block[];
  /** Those that lie beside it; none until they are read. */
  readonly pictures: Pictures;
  /** Stands for its page where somebody shares the address; absent until it is drawn, and for drafts. */
  readonly shareImage?: Picture;
}

export type Block = OpenRole | ActiveCandidate | Essay;
export type BlockKind = Block['kind'];

export const roleStatuses = ['open', 'paused', 'filled', 'withdrawn'] as const;
export const candidateStatuses = ['active', 'paused', 'placed', 'withdrawn'] as const;
export const workplaces = ['onsite', 'hybrid', 'remote'] as const;
export const employments = ['fullTime', 'partTime', 'contract', 'temporary', 'intern'] as const;
export const payPeriods = ['year', 'month', 'week', 'day', 'hour'] as const;

export type Employment = (typeof employments)[number];
export type PayPeriod = (typeof payPeriods)[number];

/** How a role stands. Nobody writes `expired`: it is what an open one is from the day after `closes`. */
export type RoleStatus = (typeof roleStatuses)[number] | 'expired';

export interface OpenRole {
  readonly kind: 'openRole';
  /** Unique within the issue; the same id in another issue is the same role. */
  readonly id: string;
  readonly title: string;
  readonly status: RoleStatus;
  /** An https or mailto address. An open role without one can be parsed, but `check` lets nobody publish it. */
  readonly apply?: string;
  /** Absent means confidential. */
  readonly company?: string;
  readonly location?: string | RoleLocation;
  readonly workplace?: (typeof workplaces)[number];
  /** ISO 3166-1 alpha-2 codes. */
  readonly remoteFrom?: readonly string[];
  readonly employment?: Employment;
  readonly pay?: string | PayRange;
  readonly benefits?: string;
  readonly employerSize?: number;
  readonly posted: string;
  readonly closes?: string;
  readonly cta: CallToAction;
  readonly body: Root;
}

export interface RoleLocation {
  readonly city?: string;
  readonly region?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface PayRange {
  readonly min: number;
  readonly max: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly per: PayPeriod;
}

/** “interested? apply here”: the lead is plain text, the label is the link. */
export interface CallToAction {
  readonly lead: string;
  readonly label: string;
}

export interface ActiveCandidate {
  readonly kind: 'activeCandidate';
  /** Opaque: `c1`, `c2`, … unless the author chose one. */
  readonly id: string;
  readonly title: string;
  readonly status: (typeof candidateStatuses)[number];
  /** The recruiter's address, never the candidate's. */
  readonly contact: string;
  readonly location?: string;
  readonly workplace?: string;
  readonly available?: string;
  readonly payWanted?: string;
  readonly consent?: Consent;
  /** As the author wrote it; whether the web may show the candidate is `isOnWeb`. */
  readonly web: boolean;
  readonly cta: CallToAction;
  readonly body: Root;
}

export interface Consent {
  readonly on: string;
  readonly until?: string;
  readonly scope: readonly ('email' | 'web')[];
}

export interface Essay {
  readonly kind: 'essay';
  readonly title: string;
  readonly parts: readonly EssayPart[];
}

/** A stretch of the essay: running text, or the TL;DR box with the label as the author typed it. */
export type EssayPart =
  | { readonly kind: 'text'; readonly children: readonly RootContent[] }
  | { readonly kind: 'tldr'; readonly label: string; readonly children: readonly RootContent[] };

/**
 * `{{firstName|there}}` in an author's text: an inline markdown node, a leaf.
 * `{{name}}`, `{{firstName}}`, `{{email}}` and `{{fields.city}}` are the tags there are.
 */
export interface MergeTag extends Node {
  readonly type: 'mergeTag';
  readonly tag: string;
  readonly fallback?: string;
}

/** What an author may leave out: `parseIssue` fills it from here. The workspace provides it. */
export interface IssueDefaults {
  readonly language: string;
  readonly essayTitle: string;
  readonly roleCta: CallToAction;
  readonly candidateCta: CallToAction;
  readonly contact: string;
}

/**
 * An issue as it was written: what could be read of a file, whether or not it is valid. Rules look at this one,
 * so that a fault in one field hides no finding about another.
 */
export interface WrittenIssue {
  readonly file: string;
  /** The whole text with LF line ends and no byte order mark; places count in it. */
  readonly source: string;
  readonly frontMatter: WrittenFields<FrontMatterFields>;
  readonly introduction: Root;
  readonly blocks: readonly WrittenBlock[];
}

export type WrittenBlock =
  | WrittenSection<'openRole', OpenRoleFields>
  | WrittenSection<'activeCandidate', ActiveCandidateFields>
  | WrittenSection<'essay', EssayFields>;

export interface WrittenSection<Kind extends BlockKind, Fields> extends WrittenFields<Fields> {
  readonly kind: Kind;
  /** The markdown under the block's YAML; every node's position counts in the whole file. */
  readonly body: Root;
}

/** The fields that are present and valid, and where each one that is present stands. */
export interface WrittenFields<Fields> {
  readonly fields: Readonly<Partial<Fields>>;
  readonly places: FieldPlaces;
}

export interface FrontMatterFields {
  readonly title: string;
  readonly number: number;
  readonly date: string;
  readonly subtitle: string;
  readonly subject: string;
  readonly preheader: string;
  readonly slug: string;
  readonly tags: readonly string[];
  readonly lang: string;
  readonly draft: boolean;
  readonly ignore: readonly IgnoredRule[];
}

/** Silences a rule for one file; `why` is for the next reader. */
export interface IgnoredRule {
  readonly rule: string;
  readonly why: string;
}

type Settable<Whole, Renamed extends string> = Omit<Required<Whole>, 'kind' | Renamed>;

export type OpenRoleFields = Settable<OpenRole, 'body' | 'cta'> & { readonly cta: Partial<CallToAction> };
export type ActiveCandidateFields = Settable<ActiveCandidate, 'body' | 'cta'> & {
  readonly cta: Partial<CallToAction>;
};
export type EssayFields = Settable<Essay, 'parts'>;

declare module 'mdast' {
  interface PhrasingContentMap {
    mergeTag: MergeTag;
  }
  interface RootContentMap {
    mergeTag: MergeTag;
  }
}
