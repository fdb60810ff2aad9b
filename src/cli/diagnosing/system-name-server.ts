import { Resolver } from 'node:dns/promises';
import type { NameServer, NoAnswer } from '../../doctor/name-server.ts';

/** Milliseconds for all questions together: those that wait then are not answered. */
const patience = 5_000;

/**
 * The name servers of this machine. The time runs from the first question on.
 *
 * @param servers instead of the system’s, as `address:port`
 */
export function createSystemNameServer({
  timeout = patience,
  servers,
}: {
  readonly timeout?: number;
  readonly servers?: readonly string[];
} = {}): NameServer {
  const resolver = new Resolver({ timeout: timeout / 2, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  let deadline: Promise<'failed'> | undefined;

  const answer = async (
    question: () => Promise<readonly string[]>,
  ): Promise<readonly string[] | NoAnswer> => {
    deadline ??= failAfter(timeout);
    return await Promise.race([deadline, askOnce(question)]);
  };
  return {
    txt: (name) => answer(async () => (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))),
    mx: (name) => answer(async () => (await resolver.resolveMx(name)).map(({ exchange }) => exchange)),
    reverse: (address) => answer(() => resolver.reverse(address)),
    async addresses(name) {
      const found = await Promise.all([
        answer(() => resolver.resolve4(name)),
        answer(() => resolver.resolve6(name)),
      ]);
      const all = found.flatMap((one) => (typeof one === 'string' ? [] : one));
      if (all.length > 0) return all;
      return found.includes('failed') ? 'failed' : 'none';
    },
  };
}

/** Keeps nobody waiting: the process may end before. */
function failAfter(timeout: number): Promise<'failed'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('failed'), timeout).unref();
  });
}

/** https://nodejs.org/api/dns.html#error-codes: the name does not exist, or has nothing of this kind. */
async function askOnce(question: () => Promise<readonly string[]>): Promise<readonly string[] | NoAnswer> {
  try {
    const found = await question();
    return found.length === 0 ? 'none' : found;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'none' : 'failed';
  }
}
