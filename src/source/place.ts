/**
 * A span in a file as the author sees it: lines and columns count from 1, columns in UTF-16 code units (as
 * editors count), the end is exclusive. A byte order mark has no column; CRLF and LF give the same places.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The places of one YAML entry. A list item has no key. */
export interface FieldPlace {
  readonly key?: Place;
  readonly value: Place;
  /** How the author spelled a number, or true and false: `007` is read as 7. */
  readonly written?: string;
}

/**
 * Where each value of a piece of YAML stands, by its dotted path: `pay.min`, `tags.0`, `ignore.1.rule`.
 * The empty path is the piece as a whole (for a block: its fence line).
 */
export type FieldPlaces = ReadonlyMap<string, FieldPlace>;
