import { describe, it } from 'vitest';
import { chromiumPath } from './chromium.ts';

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
