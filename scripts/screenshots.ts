/**
 * `npm run screenshots`: renews docs/pictures/ from the repository's own newsletter: the mail, the pages of the site and
 * the preview, on a phone and wider, light and dark, and the mail as programs show it that turn its colours. Needs
 * Chromium.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Browser, chromium } from 'playwright-core';
import { forceDark } from '../src/preview/force-dark.ts';
import { chromiumArguments, chromiumPath } from '../tests/chromium.ts';

const folder = 'docs/pictures';
/** A day on which the role of the issue is open. */
const day = '2026-11-24';

const phone = 390;
const desktop = 1280;
/** A mail's column in a window. */
const window = 700;

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly colorScheme?: 'dark';
  /** Only what a screen shows of it, without scrolling. */
  readonly isCut?: true;
}

mkdirSync(folder, { recursive: true });
if (chromiumPath === undefined) throw new Error('Chromium is needed, and is not installed');
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArguments] });
const site = mkdtempSync(join(tmpdir(), 'pennypost-pictures-'));
try {
  run('build', '--out', site, '--now', day);
  await takeOfMail(browser);
  await takeOfSite(browser);
  await takeOfPreview(browser);
} finally {
  await browser.close();
  rmSync(site, { recursive: true });
}

async function takeOfMail(chromiumBrowser: Browser): Promise<void> {
  const mail = run('render', '1', '--as', 'email');
  const pictures: readonly (Picture & { readonly html?: string })[] = [
    { name: 'readme-email', width: phone, isCut: true },
    { name: 'email-phone', width: phone },
    { name: 'email-phone-dark', width: phone, colorScheme: 'dark' },
    { name: 'email-desktop', width: window },
    { name: 'email-desktop-dark', width: window, colorScheme: 'dark' },
    { name: 'email-desktop-forced-dark', width: window, html: forceDark(mail) },
  ];
  for (const { html = mail, ...picture } of pictures) {
    await take(chromiumBrowser, picture, (page) => page.setContent(html));
  }
}

async function takeOfSite(chromiumBrowser: Browser): Promise<void> {
  const issue = 'issues/are-interviews-really-a-two-way-street';
  const pictures: readonly (Picture & { readonly page: string })[] = [
    { name: 'readme-page', page: issue, width: window, isCut: true },
    { name: 'page-phone', page: issue, width: phone },
    { name: 'page-phone-dark', page: issue, width: phone, colorScheme: 'dark' },
    { name: 'page-desktop', page: issue, width: desktop },
    { name: 'page-desktop-dark', page: issue, width: desktop, colorScheme: 'dark' },
    { name: 'role-desktop', page: 'roles/vp-of-sales', width: desktop },
    { name: 'archive-desktop', page: 'issues', width: desktop },
  ];
  for (const { page: path, ...picture } of pictures) {
    await take(chromiumBrowser, picture, async (page) => {
      await page.goto(`file://${join(site, path, 'index.html')}`);
    });
  }
}

async function takeOfPreview(chromiumBrowser: Browser): Promise<void> {
  const server = spawn(process.execPath, ['src/cli/main.ts', 'preview', '1', '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await firstAddress(server.stdout);
    const pictures: readonly Picture[] = [
      { name: 'preview-desktop', width: desktop, isCut: true },
      { name: 'preview-desktop-dark', width: desktop, colorScheme: 'dark', isCut: true },
      { name: 'preview-phone', width: phone, isCut: true },
    ];
    for (const picture of pictures) {
      await take(chromiumBrowser, picture, async (page) => {
        await page.goto(address);
        await page.locator('#findings > *').first().waitFor({ state: 'attached' });
        await page.frameLocator('iframe:visible').getByRole('heading', { level: 1 }).waitFor();
      });
    }
  } finally {
    server.kill();
  }
}

type Page = Awaited<ReturnType<Browser['newPage']>>;

async function take(
  chromiumBrowser: Browser,
  { name, width, colorScheme, isCut }: Picture,
  open: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await chromiumBrowser.newPage({
    viewport: { width, height: 1000 },
    colorScheme: colorScheme ?? 'light',
  });
  await open(page);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: isCut !== true });
  await page.close();
  console.log(`${folder}/${name}.png`);
}

/** `preview at http://127.0.0.1:…` */
async function firstAddress(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the preview did not start');
}

/** What the command prints. */
function run(...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/main.ts', ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
