/** A part of a list, as a tree: what `--segment` says. */
export type Segment =
  | { readonly kind: 'and' | 'or'; readonly left: Segment; readonly right: Segment }
  | { readonly kind: 'not'; readonly of: Segment }
  | Condition;

/** One thing that is true of a person, or is not. */
export type Condition =
  | { readonly kind: 'tag'; readonly tag: string }
  /** Whether they have such a field at all. */
  | { readonly kind: 'has'; readonly field: string }
  | { readonly kind: 'compare'; readonly subject: Subject; readonly sign: Sign; readonly value: string };

export type Subject =
  | { readonly field: string }
  | { readonly property: 'joined' | 'status' | 'name' | 'address' | 'source' };

export type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~';
