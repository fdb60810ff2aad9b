/** Issues that cannot be published together. */
export class SitePlanError extends Error {
  override readonly name = 'SitePlanError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
