/** Something that no header can hold. Nothing was sent. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * What could end a header and start another.
 *
 * @throws HeaderError when `value` holds a C0 or C1 control character, or a line or paragraph separator.
 */
export function requireHeaderText(what: string, value: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) {
    throw new HeaderError(
      `${what} holds a line break or another control character`,
      'take the line break or control character out of it',
    );
  }
  return value;
}
