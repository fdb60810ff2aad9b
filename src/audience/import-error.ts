/** A file that is no list of people. Nothing was imported. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly hint: string;

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.hint = hint;
  }
}
