/** One header field as it goes on the wire, with its folds and without its last line end. */
export interface HeaderField {
  /** In small letters. */
  readonly name: string;
  readonly field: string;
}

/**
 * Takes a header block apart.
 *
 * @param headers fields with CRLF at their ends; what comes after an empty line is not looked at
 */
export function readHeaders(headers: string): readonly HeaderField[] {
  const [block = ''] = headers.split('\r\n\r\n', 1);
  return block
    .split(/\r\n(?![ \t])/)
    .filter((field) => field.includes(':'))
    .map((field) => ({ name: field.slice(0, field.indexOf(':')).trimEnd().toLowerCase(), field }));
}

/** A field in its relaxed form, without a line end (RFC 6376 §3.4.2). */
export function canonicaliseHeader({ name, field }: HeaderField): string {
  const value = field
    .slice(field.indexOf(':') + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ');
  return `${name}:${value.replace(/^ /, '').replace(/ $/, '')}`;
}

/**
 * The fields that a signature covers, in its order, each with CRLF. A name that is written again means the next field
 * of that name from the bottom up; one time too many means that there is no further one (RFC 6376 §5.4.2).
 */
export function canonicaliseSigned(fields: readonly HeaderField[], names: readonly string[]): string {
  const left = new Map<string, HeaderField[]>();
  for (const field of fields) left.set(field.name, [...(left.get(field.name) ?? []), field]);
  return names
    .flatMap((name) => left.get(name.toLowerCase())?.pop() ?? [])
    .map((field) => `${canonicaliseHeader(field)}\r\n`)
    .join('');
}
