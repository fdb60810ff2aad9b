/**
 * `npm test`: installs the system programs that the tests use, where that can be done without a question, then
 * runs every test. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isUnpacked, type MailServerPackage, unpackMailServer } from './unpack-mail-server.ts';

/** Program files that tests look for, and the Debian packages that bring them. */
const systemPrograms = [
  {
    path: '/usr/bin/chromium',
    packages: ['chromium', 'fonts-liberation', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
  },
  { path: '/usr/bin/spamassassin', packages: ['spamassassin'] },
  { path: '/usr/bin/dkimverify', packages: ['python3-dkim'] },
  { path: '/usr/sbin/opendkim', packages: ['opendkim'] },
  { path: '/usr/bin/java', packages: ['default-jre-headless'] },
  { path: '/usr/bin/openssl', packages: ['openssl'] },
];

/** Mail servers that tests start, each with a configuration of its own. */
const mailServers: readonly MailServerPackage[] = [
  { name: 'postfix', program: 'usr/lib/postfix/sbin/master' },
  { name: 'exim4-daemon-light', program: 'usr/sbin/exim4', user: 'Debian-exim' },
];

const packages = systemPrograms
  .filter((program) => !existsSync(program.path))
  .flatMap((program) => program.packages);
const packed = mailServers.filter((server) => !isUnpacked(server));
if (packages.length + packed.length > 0 && mayInstall()) {
  console.log(`installing for the tests: ${[...packages, ...packed.map(({ name }) => name)].join(' ')}`);
  run('apt-get', ['update', '-qq'], 'ignore');
  if (packages.length > 0)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 'ignore');
  for (const server of packed) tryToUnpack(server);
}
process.exitCode = run(
  process.execPath,
  [resolve('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
  'inherit',
);

/** Without the server its tests are skipped by name, as those of other programs are. */
function tryToUnpack(server: MailServerPackage): void {
  try {
    unpackMailServer(server);
  } catch (error) {
    console.log(`could not unpack ${server.name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Root on Debian or Ubuntu: anywhere else the tests that need a missing program are skipped by name. */
function mayInstall(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release'))
    return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function run(command: string, args: readonly string[], output: 'inherit' | 'ignore'): number {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', output, 'inherit'], env }).status ?? 1;
}
