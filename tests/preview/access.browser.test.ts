import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findViolations } from '../judges/find-violations.ts';
import { describeWithChromium } from '../system.ts';
import { previewWindows } from './preview-windows.ts';
import { broken, entry, finding, note, rendered, warning } from './samples.ts';

describeWithChromium('the preview for everybody', (executablePath) => {
  const open = previewWindows(executablePath);

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1280, 390].map((width) => ({ colorScheme, width })),
  );

  async function expectNoViolations(page: Page, where: string): Promise<void> {
    expect(await findViolations(page, { iframes: false }), where).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBe(
      page.viewportSize()?.width,
    );
  }

  it.each(looks)('nothing is in the way, $colorScheme at $width pixels', async (look) => {
    const { bench, home, page, notice, openIssue } = await open(look);
    bench.save('one', rendered({ findings: [finding, warning, note] }));

    await page.goto(home);
    await page.getByRole('link', { name: entry.title }).waitFor();
    await expectNoViolations(page, 'the list');
    await openIssue();
    await expectNoViolations(page, 'the email');
    await page.getByRole('button', { name: 'Issues' }).click();
    await expectNoViolations(page, 'the menu');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.getByRole('button', { name: 'Phone' }).click();
    await expectNoViolations(page, 'the text, dark on a phone');
    await page.getByLabel('Read as').selectOption('a subscriber …');
    await page.getByRole('button', { name: 'Forced dark' }).click();
    for (const tab of ['Email', 'Web', 'Details', 'Checks']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectNoViolations(page, tab);
    }
    bench.save('one', broken({ findings: [finding, warning, note] }));
    await notice.waitFor();
    await expectNoViolations(page, 'a broken file');
  });

  it('everything to press is large enough', async () => {
    const { bench, page, notice, openIssue } = await open();
    await openIssue();
    bench.save('one', broken());
    await notice.waitFor();
    await page.getByLabel('Read as').selectOption('a subscriber …');
    await page.getByRole('button', { name: 'Issues' }).click();
    for (const target of await page.locator('a, button, select, input').all()) {
      const box = await target.boundingBox();
      expect(
        Math.min(box?.width ?? 0, box?.height ?? 0),
        (await target.textContent()) ?? '',
      ).toBeGreaterThanOrEqual(24);
    }
  });

  it('focus is seen, and nothing moves for those who do not want it', async () => {
    const { page, openIssue } = await open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openIssue();
    await page.getByRole('tab', { name: 'Email' }).focus();
    await page.keyboard.press('ArrowRight');
    const styles = `getComputedStyle(document.activeElement).outlineWidth + ' ' +
      getComputedStyle(document.querySelector('.panel > *')).transitionDuration`;
    expect(await page.evaluate(styles)).toBe('2px 0s');
  });
});
