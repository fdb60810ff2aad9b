import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderEdition } from '../../src/render/render-edition.ts';
import { chromiumArguments } from '../chromium.ts';
import { describeWithChromium } from '../system.ts';
import { richIssue, rightToLeft } from './sample-issues.ts';
import { fillSlots, issueWith, letterhead, markdown, role, templates } from './samples.ts';

const cases = (['light', 'dark'] as const).flatMap((scheme) =>
  [390, 700].map((width) => ({ scheme, width })),
);

/** Runs in the page. */
const backgroundOf = (selector: string) =>
  `getComputedStyle(document.querySelector('${selector}')).backgroundColor`;

describeWithChromium('the mail in a browser', (executablePath) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());

  async function open(html: string, { scheme, width }: (typeof cases)[number]): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
    await page.route('**/*', (route) => route.abort());
    await page.setContent(html);
    return page;
  }

  it.each(cases)('does not scroll sideways, $scheme at $width pixels', async (view) => {
    for (const issue of [richIssue, rightToLeft]) {
      const page = await open(fillSlots((await renderEdition(issue, letterhead, templates)).html), view);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width);
      await page.close();
    }
  });

  it('keeps a wide table in a box that can be moved, in the letter and in a card', async () => {
    const cells = (text: string): string => `|${` ${text} |`.repeat(8)}\n`;
    const table = markdown(`${cells('seniority')}${cells('---')}${cells('operations')}`);
    const issue = issueWith([role({ body: table })], { introduction: table });
    const { html } = await renderEdition(issue, letterhead, templates);
    const page = await open(fillSlots(html), { scheme: 'light', width: 390 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const moves = `Array.from(document.querySelectorAll('.table'), (box) => box.scrollWidth > box.clientWidth)`;
    expect(await page.evaluate(moves)).toEqual([true, true]);
    await page.close();
  });

  it('keeps its layout where style sheets are removed', async () => {
    const { html } = await renderEdition(richIssue, letterhead, templates);
    const page = await open(fillSlots(html).replaceAll(/<style[\s\S]*?<\/style>/g, ''), {
      scheme: 'dark',
      width: 390,
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.evaluate(backgroundOf('.role'))).toBe('rgb(233, 245, 240)');
    await page.close();
  });

  it('is dark in the dark', async () => {
    const { html } = await renderEdition(richIssue, letterhead, templates);
    const page = await open(fillSlots(html), { scheme: 'dark', width: 700 });
    expect(await page.evaluate(backgroundOf('.sheet'))).toBe('rgb(26, 29, 33)');
    await page.close();
  });
});
