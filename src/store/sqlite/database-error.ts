/** A database that cannot be used, in one plain line, and what to do about it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly hint: string;

  constructor(message: string, details: { readonly hint: string; readonly cause?: unknown }) {
    super(message, { cause: details.cause });
    this.hint = details.hint;
  }
}
