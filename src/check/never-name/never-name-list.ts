/**
 * What must never appear in anything that leaves the house: the names of candidates, of confidential clients. It is
 * called by its number everywhere; no message ever holds the term, a part of it or its length.
 */
export interface NeverName {
  /** Its number in the list, from 1: what messages call it. */
  readonly number: number;
  /** The term and its aliases. */
  readonly terms: readonly string[];
  /** Whether it is found as whole words only, or anywhere. */
  readonly match: 'word' | 'substring';
  /** Where the word is only a word: a phrase that holds it, or a place such as `issues/012.md:14`. */
  readonly allow: readonly string[];
}

/** Read from outside the repository; absent means that there is no list at all. */
export type NeverNameList = readonly NeverName[];
