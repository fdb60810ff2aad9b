/** What a column says of a person. */
export type ColumnRole =
  | 'address'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'tags'
  | 'status'
  | 'source'
  | 'consent'
  | 'proof'
  | 'wording'
  | 'joinedAt'
  /** A yes, a no, or the day on which the person said yes. */
  | 'agreed'
  /** A moment in it, or a yes, means that the person left. */
  | 'unsubscribedAt'
  /** A moment in it, or a yes, means that mail to the address came back. */
  | 'suppressedAt';

/** Characters of a title that tell what it is: to normalize a long one may take seconds. */
export const longestTitle = 200;

/** A header's cell without what tools write differently. */
export function plainHeader(title: string): string {
  return title
    .slice(0, longestTitle)
    .normalize('NFC')
    .toLowerCase()
    .replace(/__c$/, '')
    .replaceAll(/[\s_?!*'’-]/g, '');
}
