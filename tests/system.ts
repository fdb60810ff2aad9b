import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { chromiumPath } from './chromium.ts';

/** A `describe` for tests in real Chromium. */
export function describeWithChromium(name: string, define: (chromium: string) => void): void {
  describeWith('Chromium', chromiumPath, { name, define });
}

/** A `describe` for tests that ask real SpamAssassin. */
export function describeWithSpamAssassin(name: string, define: (spamAssassin: string) => void): void {
  const path = '/usr/bin/spamassassin';
  describeWith('SpamAssassin', existsSync(path) ? path : undefined, { name, define });
}

/** A `describe` for tests that ask OpenDKIM, or Debian's python3-dkim. */
export function describeWithDkimJudge(
  program: 'OpenDKIM' | 'python3-dkim',
  name: string,
  define: () => void,
): void {
  const path = program === 'OpenDKIM' ? '/usr/sbin/opendkim' : '/usr/bin/dkimverify';
  describeWith(program, existsSync(path) ? path : undefined, { name, define });
}

/** A `describe` for tests that need Java. It is asked for its version: on some systems the program only says where to get it. */
export function describeWithJava(name: string, define: (java: string) => void): void {
  const path = join(process.env['JAVA_HOME'] ?? '/usr', 'bin/java');
  const { status } = spawnSync(path, ['-version'], { stdio: 'ignore' });
  describeWith('Java', status === 0 ? path : undefined, { name, define });
}

/** Where scripts/test.ts unpacks mail servers: none is installed, as a system takes one at a time, and keeps its own. */
const unpacked = '/var/cache/penny-tests';

/** A `describe` for tests that start a real Postfix. It is given the folder that the package is unpacked in. */
export function describeWithPostfix(name: string, define: (program: string) => void): void {
  const folder = join(unpacked, 'postfix');
  const path = existsSync(join(folder, 'usr/lib/postfix/sbin/master')) ? folder : undefined;
  describeWith('Postfix', path, { name, define });
}

/** A `describe` for tests that start a real Exim. It is given the program. */
export function describeWithExim(name: string, define: (exim: string) => void): void {
  const path = join(unpacked, 'exim4-daemon-light/usr/sbin/exim4');
  describeWith('Exim', existsSync(path) ? path : undefined, { name, define });
}

interface Suite {
  readonly name: string;
  readonly define: (path: string) => void;
}

/**
 * Without the program its tests are skipped, and named in the last lines of the run; with PENNY_REQUIRE_SYSTEM=1 they
 * fail instead.
 */
function describeWith(program: string, path: string | undefined, { name, define }: Suite): void {
  const title = `${name} (needs ${program})`;
  if (path !== undefined) return void describe(title, () => define(path));
  describe.skipIf(process.env['PENNY_REQUIRE_SYSTEM'] !== '1')(title, () => {
    it(`finds ${program}`, () => {
      throw new Error(`${program} is required by PENNY_REQUIRE_SYSTEM=1 and is not installed`);
    });
  });
}
