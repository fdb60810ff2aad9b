/** Something bound for a header that could end it and start another. Nothing was sent. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
  readonly hint = 'take the line break or control character out of it';

  constructor(what: string) {
    super(`${what} holds a line break or another control character`);
  }
}

/** @throws HeaderError when `value` holds a C0 or C1 control character, or a line or paragraph separator. */
export function requireHeaderText(what: string, value: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) throw new HeaderError(what);
  return value;
}
