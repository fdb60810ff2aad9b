/** What is true of every row that does not say otherwise. */
export interface RowDefaults {
  /** Where the consent comes from. */
  readonly source: string;
  /** When it was imported, ISO 8601 in UTC. */
  readonly at: string;
  /** Added to the row's own. */
  readonly tags: readonly string[];
}
