import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A mail server's Debian package. */
export interface MailServerPackage {
  readonly name: string;
  /** The program that tests start, below the folder that the package is unpacked in. */
  readonly program: string;
  /** The user that the program was built for, where it has no other choice. */
  readonly user?: string;
}

/** tests/system.ts looks here. */
const unpacked = '/var/cache/penny-tests';

export function isUnpacked({ name, program }: MailServerPackage): boolean {
  return existsSync(join(unpacked, name, program));
}

/**
 * Unpacks a mail server beside the system and installs the libraries that it needs. Installing it would remove the mail
 * server that the machine has, as Debian allows one, and would start it.
 *
 * @throws Error with what the command said that failed
 */
export function unpackMailServer({ name, user }: MailServerPackage): void {
  const libraries = [...say('apt-cache', ['depends', name]).matchAll(/^ [ |]Depends: (lib\S+)$/gm)];
  const names = libraries.flatMap(([, library]) => library ?? []);
  say('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (user !== undefined && !say('getent', ['passwd']).includes(`\n${user}:`))
    say('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', user]);
  mkdirSync(unpacked, { recursive: true });
  const folder = mkdtempSync(join(unpacked, 'package-'));
  say('apt-get', ['download', '-qq', name], folder);
  const [file = ''] = globSync('*.deb', { cwd: folder });
  say('dpkg-deb', ['-x', join(folder, file), join(folder, 'files')]);
  // It has its name only when it is whole.
  renameSync(join(folder, 'files'), join(unpacked, name));
  rmSync(folder, { recursive: true });
}

function say(command: string, words: readonly string[], folder = '/'): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio: 'pipe'[] = ['pipe', 'pipe', 'pipe'];
  return execFileSync(command, words, { cwd: folder, env, encoding: 'utf8', stdio });
}
