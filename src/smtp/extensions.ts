/** What a server said of itself in its answer to EHLO. */
export interface Extensions {
  readonly takesUtf8: boolean;
  /** Bytes, when it named a number other than 0 (RFC 1870 §4). */
  readonly largestMessage?: number;
}

/** @param hello the whole answer; that to HELO names no extensions */
export function readExtensions(hello: string): Extensions {
  const size = Number(/^250[ -]SIZE[ =]+(\d+)\s*$/im.exec(hello)?.[1] ?? 0);
  return {
    takesUtf8: /^250[ -]SMTPUTF8\s*$/im.test(hello),
    ...(size > 0 ? { largestMessage: size } : {}),
  };
}
