/**
 * `npm test`: installs the system programs that the tests use, where that can be done without a question, then
 * runs every test. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

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
];

const missing = systemPrograms.filter((program) => !existsSync(program.path));
if (missing.length > 0 && mayInstall()) {
  const packages = missing.flatMap((program) => program.packages);
  console.log(`installing for the tests: ${packages.join(' ')}`);
  run('apt-get', ['update', '-qq'], 'ignore');
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 'ignore');
}
process.exitCode = run(
  process.execPath,
  [resolve('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
  'inherit',
);

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
