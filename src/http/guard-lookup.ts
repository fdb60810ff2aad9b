import { lookup as systemLookupOf } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { NotPublicError } from './call-error.ts';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host, in the order in which to try them. */
export type LookupAll = (host: string) => Promise<readonly HostAddress[]>;

export const systemLookup: LookupAll = (host) => systemLookupOf(host, { all: true });

/**
 * A lookup for sockets that gives no address out while one of the host's is not public. What it gives is what is
 * connected to: nothing is asked a second time, when the answer could be another.
 */
export function guardLookup({
  lookup,
  isPublic,
}: {
  readonly lookup: LookupAll;
  readonly isPublic: (address: string) => boolean;
}): LookupFunction {
  return (host, { all }, done) => {
    lookup(host).then(
      (found) => {
        const [first] = found;
        const hidden = found.find(({ address }) => !isPublic(address));
        if (first === undefined)
          done(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '');
        else if (hidden !== undefined) done(new NotPublicError(host), '');
        else if (all === true) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: Error) => done(error, ''),
    );
  };
}
