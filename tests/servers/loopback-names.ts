import dns, { type LookupAllOptions, type LookupOneOptions } from 'node:dns';

/**
 * Loaded before the command by `--import`: for it mx.penny.example is this machine, and no other name exists. Thus it
 * speaks to a server here as it does to one elsewhere, with TLS and the name in its certificate.
 */
const known = 'mx.penny.example';

const refuse = (name: string, done: (error: Error) => void): void =>
  done(Object.assign(new Error(`no such name: ${name}`), { code: dns.NOTFOUND }));

Object.assign(dns.Resolver.prototype, { resolve4: refuse, resolve6: refuse });
Object.assign(dns, {
  lookup(
    name: string,
    options: LookupOneOptions | LookupAllOptions,
    done: (error: Error | null, ...found: unknown[]) => void,
  ): void {
    if (name !== known) refuse(name, done);
    else if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
    else done(null, '127.0.0.1', 4);
  },
});
