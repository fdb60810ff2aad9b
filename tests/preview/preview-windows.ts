import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromiumArguments } from '../chromium.ts';
import { PreviewBench } from './preview-bench.ts';
import { rendered } from './samples.ts';

/** A preview in which one issue can be saved and seen, and a window to see it in. */
export interface PreviewWindow {
  readonly bench: PreviewBench;
  /** The address of the list of issues. */
  readonly home: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser reported as an error. */
  readonly faults: readonly string[];
  readonly email: FrameLocator;
  readonly web: FrameLocator;
  readonly status: Locator;
  readonly notice: Locator;
  readonly checks: Locator;
  /** Goes to the issue and waits for the email. */
  openIssue(): Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens windows for the tests of a file; each is closed, and its preview stopped, after the test. */
export function previewWindows(executablePath: string): (look?: Look) => Promise<PreviewWindow> {
  let browser: Browser;
  const closings: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const close of closings.splice(0).reverse()) await close();
  });

  return async ({ width = 1280, colorScheme = 'light' } = {}) => {
    const bench = new PreviewBench();
    closings.push(() => bench.clear());
    bench.save('one', rendered());
    const home = await bench.start();
    const context = await browser.newContext({ viewport: { width, height: 820 }, colorScheme });
    closings.push(() => context.close());
    return describeWindow({ bench, home, context, page: await context.newPage() });
  };
}

function describeWindow(parts: Pick<PreviewWindow, 'bench' | 'home' | 'context' | 'page'>): PreviewWindow {
  const { page, home } = parts;
  const email = page.frameLocator('iframe[title="The email"]');
  return {
    ...parts,
    faults: collectFaults(page),
    email,
    web: page.frameLocator('iframe[title="The page on the web"]'),
    status: page.getByRole('status'),
    notice: page.locator('#notice'),
    checks: page.getByRole('complementary', { name: 'Ready to send?' }),
    openIssue: async () => {
      await page.goto(`${home}issues/one`);
      await email.getByText('the email').waitFor();
      await page.locator('#verdict:not(:empty)').waitFor({ state: 'attached' });
    },
  };
}

function collectFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}
