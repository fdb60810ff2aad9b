import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planSite } from '../../src/site/plan-site.ts';
import { writeSite } from '../../src/site/write-site.ts';
import { chromiumArguments } from '../chromium.ts';
import { richIssue } from '../render/sample-issues.ts';
import { candidate, issueWith, letterhead, role, templates } from '../render/samples.ts';
import { describeWithChromium } from '../system.ts';

const issues = [
  { ...richIssue, number: 1, slug: 'first', subtitle: 'everything at once', tags: ['hiring'] },
  issueWith([role(), candidate()], { number: 2, slug: 'second', title: 'מי באמת שולט?', language: 'he' }),
  issueWith([candidate({ web: true })], { number: 3, slug: 'third', title: '<a> & "b" ]]>' }),
];

const pages = [
  'index.html',
  'issues/index.html',
  'issues/first/index.html',
  'issues/second/index.html',
  'roles/index.html',
  'roles/vp-of-sales/index.html',
  'roles/cto/index.html',
  'tags/hiring/index.html',
  '404.html',
];

describeWithChromium('the site in a browser', (executablePath) => {
  let browser: Browser;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'penny-browser-'));
    const { files } = planSite({
      issues,
      letterhead: { ...letterhead, tagline: 'one opinion' },
      templates,
      today: '2026-11-23',
    });
    await writeSite(files, {
      output: join(folder, 'public'),
      workspace: join(folder, 'workspace'),
      forbidden: [],
    });
    browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const addressOf = (path: string) => pathToFileURL(join(folder, 'public', path)).href;

  it.each([320, 700])('%i pixels wide: without scrolling sideways', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const path of pages) {
      await page.goto(addressOf(path));
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width);
    }
    await page.close();
  });

  it('fetches nothing but the page', async () => {
    const page = await browser.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const plain = pages.filter((path) => path !== 'issues/first/index.html');
    for (const path of plain) await page.goto(addressOf(path));
    expect(fetched.filter((address) => !address.startsWith('data:'))).toEqual(plain.map(addressOf));
    await page.close();
  });

  it('can be read from a disk, link by link', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('issues/third/index.html'));
    await page.getByRole('navigation', { name: 'more issues' }).getByRole('link').click();
    expect(page.url()).toBe(addressOf('issues/second/index.html'));
    await page.getByRole('link', { name: 'all issues' }).click();
    expect(page.url()).toBe(addressOf('issues/index.html'));
    await page.getByRole('link', { name: letterhead.name }).click();
    expect(page.url()).toBe(addressOf('index.html'));
    await page.close();
  });

  it('lets the keyboard skip to the content', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('issues/third/index.html'));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'skip to the content' });
    await expect.poll(async () => (await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${addressOf('issues/third/index.html')}#content`);
    await page.close();
  });

  it('prints dark on white, with addresses and without navigation', async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(addressOf('issues/second/index.html'));
    const style = (selector: string, property: string, pseudo = '') =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}'), '${pseudo}').${property}`);
    expect(await style('body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await style('.role .label', 'color')).toBe('rgb(0, 0, 0)');
    expect(await style('.button', 'content', '::after')).toContain('https://jobs.example.com/vp-of-sales');
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('form').or(page.getByRole('textbox')).count()).toBe(0);
    await page.close();
  });

  it('has a feed that a strict parser reads', async () => {
    const page = await browser.newPage();
    const feed = readFileSync(join(folder, 'public', 'rss.xml'), 'utf8');
    const parse = (source: string) =>
      `new DOMParser().parseFromString(${JSON.stringify(source)}, 'application/xml')`;
    const read = (source: string) =>
      page.evaluate<string[]>(
        `Array.from(${parse(source)}.querySelectorAll('parsererror, item > title'), (found) => found.textContent)`,
      );
    expect(await read(feed)).toEqual(['<a> & "b" ]]>', 'מי באמת שולט?', richIssue.title]);
    expect(await read(feed.replace('</rss>', ''))).toContainEqual(expect.stringContaining('error'));
    await page.close();
  });
});
