import type { RunOptions } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArguments } from '../chromium.ts';
import { describeWithChromium } from '../system.ts';
import { findViolations } from './find-violations.ts';
import { type JudgedDocument, judgedMails, judgedPages } from './judged-documents.ts';
import { axeExceptions } from './mail-exceptions.ts';

const mailOptions: RunOptions = {
  rules: Object.fromEntries(Object.keys(axeExceptions).map((rule) => [rule, { enabled: false }])),
};

describeWithChromium('axe', (executablePath) => {
  let browser: Browser;
  let mails: readonly JudgedDocument[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
    mails = await judgedMails();
  });
  afterAll(() => browser.close());

  interface Look {
    readonly colorScheme: 'light' | 'dark';
    readonly width: number;
  }

  /** What is wrong with the documents on such a screen: axe's violations, and what is wider than the screen. */
  async function faultsOf(documents: readonly JudgedDocument[], look: Look, options?: RunOptions) {
    const { width, colorScheme } = look;
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    await page.route('**/*', (route) => route.abort());
    const faults: string[] = [];
    for (const { name, html } of documents) {
      await page.setContent(html);
      const violations = await findViolations(page, options);
      faults.push(...violations.map((violation) => `${name}: ${violation}`));
      const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (scrolled > width) faults.push(`${name}: scrolls sideways, ${scrolled} pixels`);
    }
    await page.close();
    return faults;
  }

  describe.each([
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
    { colorScheme: 'dark', width: 1280 },
  ] as const)('on a $colorScheme screen $width pixels wide', (look) => {
    it('finds nothing in the way on any page of a site', async () => {
      expect(await faultsOf(judgedPages(), look)).toEqual([]);
    }, 60_000);

    it('finds nothing in the way in any mail', async () => {
      expect(await faultsOf(mails, look, mailOptions)).toEqual([]);
    }, 60_000);
  });

  it.each(Object.entries(axeExceptions))('still says %s of a mail: %s', async (rule) => {
    const look = { colorScheme: 'light', width: 390 } as const;
    const faults = await faultsOf(mails.slice(0, 1), look, { runOnly: [rule] });
    expect(faults).not.toEqual([]);
  });

  it('sees a fault, in the dark only', async () => {
    const [page] = judgedPages();
    const faint = '@media (prefers-color-scheme: dark) { h1 { color: #333 !important } }</style>';
    const broken = [{ name: 'a faint page', html: page?.html.replace('</style>', () => faint) ?? '' }];
    expect(await faultsOf(broken, { colorScheme: 'light', width: 390 })).toEqual([]);
    expect(await faultsOf(broken, { colorScheme: 'dark', width: 390 })).toEqual([
      expect.stringContaining('color-contrast'),
    ]);
  });
});
