/** A file of subscribers that cannot be read as a whole; nothing of it was imported. */
export class SubscriberFileError extends Error {
  override readonly name = 'SubscriberFileError';
  readonly hint: string;

  constructor(message: string, { hint, cause }: { readonly hint: string; readonly cause?: unknown }) {
    super(message, { cause });
    this.hint = hint;
  }
}
