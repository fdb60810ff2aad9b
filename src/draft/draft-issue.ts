/** An issue that is to be written: what `writeIssue` turns into a file for its author to go on with. */
export interface DraftIssue {
  readonly title: string;
  readonly subtitle?: string;
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Paragraphs before the first block, each of one line. */
  readonly introduction: readonly string[];
  /** In the author's order. */
  readonly blocks: readonly DraftBlock[];
}

export const blockNames = ['open role', 'active candidate', 'penny for my thoughts'] as const;
export type BlockName = (typeof blockNames)[number];

export interface DraftBlock {
  readonly name: BlockName;
  /** Values by their keys, in the order in which they are written; nested ones are written on one line. */
  readonly fields: Readonly<Record<string, DraftValue>>;
  readonly body: readonly DraftPart[];
}

export type DraftValue =
  | string
  | number
  | boolean
  | readonly string[]
  | Readonly<Record<string, string | number>>;

/** A piece of a block's text; every line of it is the author's, to the character. */
export type DraftPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly items: readonly string[];
      /** The number of the first item; absent when they are not numbered. */
      readonly start?: number;
    };
