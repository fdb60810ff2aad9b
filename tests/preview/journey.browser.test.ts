import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArguments } from '../chromium.ts';
import { createWorkspace } from '../journeys/workspace.ts';
import { describeWithChromium } from '../system.ts';

const file = 'issues/001-are-interviews-really-a-two-way-street.md';

describeWithChromium('an evening with penny preview', (executablePath) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());

  it('opens, is written in, read as a subscriber, broken, mended and taken along', async () => {
    using workspace = createWorkspace();
    await workspace.penny('subscribers import subscribers.csv');
    const path = join(workspace.folder, file);
    const seed = readFileSync(path, 'utf8');
    const save = (from: string, to: string) => writeFileSync(path, seed.replace(from, to));
    const preview = workspace.start('preview 1 --json --port 0 --no-open');
    try {
      const [line]: Buffer[] = await once(preview.stdout, 'data');
      const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
      await page.goto(JSON.parse(String(line)).url);
      const email = page.frameLocator('iframe[title="The email"]');
      await email
        .getByRole('heading', { level: 1, name: 'are interviews really a two way street?' })
        .waitFor();

      const greeting = 'dear {{name|reader}} in {{fields.city|your city}},\n\ninterviews are how we decide';
      save('interviews are how we decide', greeting);
      await email.getByText('dear reader in your city,').waitFor();
      await page.getByLabel('Read as').selectOption('a subscriber …');
      const address = page.getByLabel('Address or name of the subscriber');
      await address.pressSequentially('neil');
      await page.getByText('1 subscriber is found.').waitFor();
      await address.fill("o'neil@example.com");
      await email.getByText("dear Shaun O'Neil in dublin,").waitFor();
      expect(await page.content()).not.toContain('li@example.net');

      await page.getByRole('tab', { name: 'Email' }).focus();
      await page.keyboard.press('ArrowRight');
      await page
        .frameLocator('iframe[title="The page on the web"]')
        .getByText('dear reader in your city,')
        .waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name: 'Text' }).getByText("dear Shaun O'Neil in dublin,").waitFor();
      await page.keyboard.press('ArrowRight');
      const tag = page.getByRole('row').filter({ hasText: '{{fields.city}}' });
      expect(await tag.innerText()).toBe('{{fields.city}}\tdublin\tyour city\temail, text');

      save('date: 2026-11-23', 'date: tomorrow');
      await page.getByRole('region', { name: 'The file cannot be shown as it is' }).waitFor();
      expect(await page.getByText(`${file}:5:7`).first().isVisible()).toBe(true);
      expect(await tag.isVisible()).toBe(true);

      save('interviews are how we decide', greeting);
      await page.getByRole('status').getByText('Up to date').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download .eml' }).click(),
      ]);
      const { output } = await workspace.penny("render 1 --as eml --for o'neil@example.com");
      expect(readFileSync(await download.path(), 'utf8')).toBe(output);
      await page.close();
    } finally {
      preview.kill('SIGINT');
      await once(preview, 'close');
    }
  });
});
