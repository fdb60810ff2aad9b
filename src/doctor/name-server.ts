/** There is nothing of this kind, or the question was not answered: nobody can tell. */
export type NoAnswer = 'none' | 'failed';

/** What doctor needs of DNS. Nothing throws, and every answer comes in bounded time. */
export interface NameServer {
  /** TXT records, each in one piece. */
  txt(name: string): Promise<readonly string[] | NoAnswer>;
  /** The hosts that take mail; a null MX (RFC 7505) is an empty name. */
  mx(name: string): Promise<readonly string[] | NoAnswer>;
  /** IPv4 and IPv6. */
  addresses(name: string): Promise<readonly string[] | NoAnswer>;
  /** The names of an IP address. */
  reverse(address: string): Promise<readonly string[] | NoAnswer>;
}
