/** A preview that cannot start: what is in the way, and what to do. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';
  readonly hint: string;

  constructor(message: string, details: { readonly hint: string; readonly cause?: unknown }) {
    super(message, { cause: details.cause });
    this.hint = details.hint;
  }
}
