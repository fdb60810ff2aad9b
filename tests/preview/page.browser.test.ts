import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeWithChromium } from '../system.ts';
import { previewWindows } from './preview-windows.ts';
import { broken, documentWith, entry, finding, rendered, warning } from './samples.ts';

/** What somebody reads there. */
async function linesOf(place: Locator): Promise<string[]> {
  return (await place.allInnerTexts()).flatMap((text) => text.split(/\n+/));
}

/** Run in the page. */
const emailWindow = `document.querySelector('iframe[title="The email"]').contentWindow`;
const focusedTab = `document.activeElement.textContent + ', selected: ' + document.activeElement.ariaSelected`;
const emailColour = `getComputedStyle(${emailWindow}.document.body).backgroundColor`;

describeWithChromium('the page of the preview', (executablePath) => {
  const open = previewWindows(executablePath);

  describe('when it opens', () => {
    it('shows the email, its row in an inbox and that nothing is to be mended', async () => {
      const { page, faults, status, checks, openIssue } = await open();
      await openIssue();
      expect(await page.title()).toBe('are interviews really a two way street? · preview');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Email');
      expect(await linesOf(page.getByRole('region', { name: 'In the inbox' }))).toEqual([
        'In the inbox',
        'Phone',
        'p',
        'penny',
        'are interviews really a two way street?',
        'who really has control?',
        'Desktop',
        'p',
        'penny',
        'are interviews really a two way street?',
        'who really has control?',
        'The subject has 39 characters and fits both. The preheader fills the rest; Apple Mail may put a summary of its own there.',
      ]);
      expect((await linesOf(checks)).slice(0, 3)).toEqual(['Ready to send?', '✓', 'Yes. Nothing to mend.']);
      expect(await status.textContent()).toMatch(/^Up to date, \d/);
      expect(faults).toEqual([]);
    });

    it('lists the issues, and leads to each', async () => {
      const { bench, home, page, faults } = await open();
      bench.save(
        'two',
        rendered({ entry: { slug: 'two', number: 2, title: 'another', file: 'issues/002.md' } }),
      );
      await page.goto(home);
      await page.getByRole('link', { name: 'another' }).click();
      await page.getByRole('heading', { level: 1, name: 'another' }).waitFor();
      await page.getByRole('button', { name: 'Issues' }).click();
      expect(await page.getByRole('link', { name: 'another' }).getAttribute('aria-current')).toBe('page');
      await page.getByRole('link', { name: entry.title }).click();
      await page.getByRole('heading', { level: 1, name: entry.title }).waitFor();
      expect(page.url()).toBe(`${home}issues/one`);
      expect(faults).toEqual([]);
    });

    it('says that there is no issue yet, until there is one', async () => {
      const { bench, home, page } = await open();
      bench.source.clear();
      await page.goto(home);
      await page.getByText('There is no issue yet.').waitFor();
      bench.save('one', rendered());
      await page.getByRole('link', { name: entry.title }).waitFor();
      expect(await page.getByText('There is no issue yet.').isVisible()).toBe(false);
    });
  });

  describe('when the file is saved', () => {
    it('shows it, scrolled as far as before', async () => {
      const { bench, page, faults, email, openIssue } = await open();
      await openIssue();
      await page.evaluate(`${emailWindow}.scrollTo(0, 700)`);
      bench.save('one', rendered({ html: documentWith('<h1>the second email</h1>'), subject: 'changed' }));
      await email.getByText('the second email').waitFor();
      expect(await page.evaluate(`${emailWindow}.scrollY`)).toBe(700);
      expect(await page.locator('.subject').allTextContents()).toEqual(['changed', 'changed']);
      expect(await page.evaluate('history.length')).toBe(2);
      expect(faults).toEqual([]);
    });

    it('shows it though a picture in it never comes', async () => {
      const { bench, context, page, email, openIssue } = await open();
      await context.route('https://example.com/never.png', () => {});
      await openIssue();
      bench.save(
        'one',
        rendered({ html: documentWith('<img src="https://example.com/never.png" alt="us"><h1>new</h1>') }),
      );
      await email.getByRole('heading', { name: 'new' }).waitFor();
      expect(await page.locator('iframe').count()).toBe(1);
    });

    it('shows what is wrong over the last good version, until it is mended', async () => {
      const { bench, page, faults, email, status, notice, checks, openIssue } = await open();
      await openIssue();
      bench.save('one', broken({ findings: [finding, warning] }));
      await notice.waitFor();
      expect(await linesOf(notice)).toEqual([
        'The file cannot be shown as it is',
        'Mend it and save. Behind this is the last good version.',
        'Look at the last good version',
        'error apply is not a link',
        'apply: jobs.example.com',
        'write https://jobs.example.com',
        'issues/001-one.md:12:8',
        'role/apply-address',
        'warning “TK” is left in the text',
        'apply: jobs.example.com',
        'write https://jobs.example.com',
        'issues/001-one.md:12:8',
        'text/todo',
      ]);
      expect(await page.locator('mark').first().textContent()).toBe('jobs.example.com');
      expect(await email.getByText('the email').isVisible()).toBe(true);
      expect(await status.textContent()).toMatch(/^1 error, 1 warning, \d/);

      await page.getByRole('button', { name: 'Look at the last good version' }).click();
      expect(await notice.isVisible()).toBe(false);
      expect(await checks.getByText('apply is not a link').isVisible()).toBe(true);
      expect(await page.evaluate('document.activeElement.id')).toBe('rail');

      bench.save('one', rendered({ html: documentWith('<h1>mended</h1>') }));
      await email.getByText('mended').waitFor();
      expect(await notice.isVisible()).toBe(false);
      await checks.getByText('Yes. Nothing to mend.').waitFor();
      expect(faults).toEqual([]);
    });

    it('quotes of a long line only what is around a finding, and of several lines the first', async () => {
      const { bench, page, openIssue } = await open();
      const sourceLine = `${'a'.repeat(100)}bbb${'c'.repeat(100)}`;
      const place = { line: 1, column: 101, endLine: 1, endColumn: 104, sourceLine };
      const findings = [
        { ...finding, ...place },
        { ...finding, ...place, column: 201, endLine: 5 },
      ];
      bench.save('one', rendered({ findings }));
      await openIssue();
      expect(await page.locator('.source').allInnerTexts()).toEqual([
        `…${'a'.repeat(48)}bbb${'c'.repeat(48)}…`,
        `…${'c'.repeat(51)}`,
      ]);
      expect(await page.locator('mark').allInnerTexts()).toEqual(['bbb', 'ccc']);
      expect(await linesOf(page.locator('#verdict'))).toEqual([
        '✕',
        'Not yet: 2 errors. Errors stop the mailing; those of the issue stop the site, too.',
      ]);
    });

    it('appears though it was broken from the start', async () => {
      const { bench, home, page, email, notice } = await open();
      bench.save('one', broken());
      await page.goto(`${home}issues/one`);
      await notice.getByText('apply is not a link').waitFor();
      expect(await page.getByRole('button', { name: 'Look at the last good version' }).isVisible()).toBe(
        false,
      );
      bench.save('one', rendered());
      await email.getByText('the email').waitFor();
    });

    it('says that it is gone, or that it could not be rendered, and keeps the last good version', async () => {
      const { bench, email, notice, openIssue } = await open();
      await openIssue();
      bench.save('one', { kind: 'missing' });
      await notice.getByText('There is no such issue').waitFor();
      bench.save(
        'one',
        Object.assign(new Error('footer.hbs is not a template'), { hint: 'close the {{#if}}' }),
      );
      await notice.getByText('footer.hbs is not a template').waitFor();
      expect(await notice.getByText('close the {{#if}}').isVisible()).toBe(true);
      expect(await email.getByText('the email').isVisible()).toBe(true);
    });
  });

  describe('what is shown, and how', () => {
    it('can be chosen by keyboard', async () => {
      const { page, web, openIssue } = await open();
      await openIssue();
      await page.getByRole('tab', { name: 'Email' }).focus();
      for (const [key, tab] of [
        ['ArrowRight', 'Web'],
        ['ArrowRight', 'Text'],
        ['ArrowRight', 'Details'],
        ['ArrowRight', 'Checks '],
        ['ArrowRight', 'Email'],
        ['ArrowLeft', 'Checks '],
        ['Home', 'Email'],
        ['End', 'Checks '],
        ['ArrowLeft', 'Details'],
        ['ArrowLeft', 'Text'],
      ] as const) {
        await page.keyboard.press(key);
        expect(await page.evaluate(focusedTab), key).toBe(`${tab}, selected: true`);
      }
      expect(await page.getByRole('tabpanel').count()).toBe(1);
      expect(await page.getByRole('tabpanel', { name: 'Text' }).textContent()).toBe(
        'the text\n\nof the issue',
      );
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await web.getByText('the page').waitFor();
    });

    it('is as wide and as dark as the reader’s screen, on the next page too', async () => {
      const { home, page, email, openIssue } = await open();
      await openIssue();
      const width = async () => (await page.locator('#panel-email iframe').boundingBox())?.width;
      const colour = () => page.evaluate(emailColour);
      expect(await width()).toBe(700);
      expect(await colour()).toBe('rgb(255, 255, 255)');

      await page.getByRole('button', { name: 'Phone' }).click();
      await page.getByRole('button', { name: 'Dark', exact: true }).click();
      await page.locator('#panel-email iframe[src*="scheme=dark"]:not(.arriving)').waitFor();
      expect(await width()).toBe(390);
      expect(await colour()).toBe('rgb(26, 29, 33)');

      await page.goto(`${home}issues/one`);
      await email.getByText('the email').waitFor();
      expect(await page.getByRole('button', { pressed: true }).allTextContents()).toEqual([
        'Phone 390',
        'Dark',
      ]);
      expect(await colour()).toBe('rgb(26, 29, 33)');
    });

    it('is light for a light screen, whatever screen the author has', async () => {
      const { page, openIssue } = await open({ colorScheme: 'dark' });
      await openIssue();
      expect(await page.evaluate(emailColour)).toBe('rgb(255, 255, 255)');
    });
  });
});
