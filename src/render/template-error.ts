/** A template that cannot be used: its syntax is wrong, it is missing, or it names something that is not there. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Within `templates/`: `email/role.hbs`. */
  readonly file: string;
  /** From 1, when known. */
  readonly line?: number;
  readonly hint: string;

  constructor(
    message: string,
    details: { readonly file: string; readonly line?: number; readonly cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.file = details.file;
    if (details.line !== undefined) this.line = details.line;
    const place = details.line === undefined ? details.file : `${details.file}:${details.line}`;
    this.hint = `see templates/${place}; delete your own copy of the file to get the original back`;
  }
}
