export interface WebAddress {
  /** In lower case, with a `www.` at its start. */
  readonly host: string;
  /** Where the host starts in the address. */
  readonly hostStart: number;
  /** `user:password` of an address that holds them. */
  readonly credentials?: string;
  readonly port?: string;
  readonly path: string;
  /** Without its `?`. */
  readonly query: string;
  /** Where the query starts in the address. */
  readonly queryStart: number;
}

const parts =
  /^(?<start>https?:\/\/(?:(?<credentials>[^/?#\s@]*)@)?|(?=www\.))(?<host>\[[\d:a-f]+\]|[^/?#:\s@[\]]+)(?<port>:\d*)?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?(?:#.*)?$/iu;

/** The parts of a web address that are looked at one by one; undefined when it is none. */
export function readWebAddress(address: string): WebAddress | undefined {
  const { start, credentials, host, port = '', path = '', query = '' } = parts.exec(address)?.groups ?? {};
  if (start === undefined || host === undefined) return undefined;
  return {
    host: host.toLowerCase(),
    hostStart: start.length,
    path,
    query: query.slice(1),
    queryStart: start.length + host.length + port.length + path.length + 1,
    ...(credentials === undefined ? {} : { credentials }),
    ...(port === '' ? {} : { port: port.slice(1) }),
  };
}

/** A host without the `www.` that says nothing. */
export function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.*\.)/, '');
}
