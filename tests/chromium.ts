import { existsSync } from 'node:fs';

/** Debian's Chromium, or the program that PENNY_CHROMIUM names; undefined when there is none. */
export const chromiumPath: string | undefined = [process.env['PENNY_CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** What Chromium needs to start as root, with no network and no first-run questions. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
