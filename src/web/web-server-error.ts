/** The public endpoints cannot be served. */
export class WebServerError extends Error {
  override readonly name = 'WebServerError';
  readonly hint: string;

  constructor(message: string, { hint, cause }: { readonly hint: string; readonly cause?: unknown }) {
    super(message, { cause });
    this.hint = hint;
  }
}
