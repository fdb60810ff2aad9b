/**
 * `npm run screenshots`: renews docs/pictures/ from the repository's own issue: the mail and the page, on a phone and
 * wider, light and dark. Needs Chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../tests/chromium.ts';

const folder = 'docs/pictures';
const pictures = [
  { name: 'readme-email', form: 'email', width: 390, colorScheme: 'light', whole: false },
  { name: 'readme-page', form: 'web', width: 700, colorScheme: 'light', whole: false },
  { name: 'email-phone', form: 'email', width: 390, colorScheme: 'light', whole: true },
  { name: 'email-phone-dark', form: 'email', width: 390, colorScheme: 'dark', whole: true },
  { name: 'email-desktop', form: 'email', width: 700, colorScheme: 'light', whole: true },
  { name: 'email-desktop-dark', form: 'email', width: 700, colorScheme: 'dark', whole: true },
  { name: 'page-phone', form: 'web', width: 390, colorScheme: 'light', whole: true },
  { name: 'page-phone-dark', form: 'web', width: 390, colorScheme: 'dark', whole: true },
  { name: 'page-desktop', form: 'web', width: 700, colorScheme: 'light', whole: true },
  { name: 'page-desktop-dark', form: 'web', width: 700, colorScheme: 'dark', whole: true },
] as const;

mkdirSync(folder, { recursive: true });
if (chromiumPath === undefined) throw new Error('Chromium is needed, and is not installed');
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArguments] });
try {
  for (const { name, form, width, colorScheme, whole } of pictures) {
    const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme });
    await page.setContent(render(form));
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole });
    await page.close();
    console.log(`${folder}/${name}.png`);
  }
} finally {
  await browser.close();
}

function render(form: string): string {
  const words = ['src/cli/main.ts', 'render', '1', '--as', form];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
