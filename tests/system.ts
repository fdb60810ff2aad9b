import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

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

/**
 * A `describe` for tests in real Chromium. Without one they are skipped, and named in the last lines of the run;
 * with PENNY_REQUIRE_SYSTEM=1 they fail instead.
 */
export function describeWithChromium(name: string, define: (chromium: string) => void): void {
  const title = `${name} (needs Chromium)`;
  const path = chromiumPath;
  if (path !== undefined) return void describe(title, () => define(path));
  describe.skipIf(process.env['PENNY_REQUIRE_SYSTEM'] !== '1')(title, () => {
    it('finds Chromium', () => {
      throw new Error('Chromium is required by PENNY_REQUIRE_SYSTEM=1 and is not installed');
    });
  });
}
