import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/preview/reader.ts';
import { describeWithChromium } from '../system.ts';
import { previewWindows } from './preview-windows.ts';
import { documentWith, finding, letter, note, rendered, warning } from './samples.ts';

/** A letter that says for whom it is. */
const letterFor = async (reader: Reader) => {
  const name = reader.kind === 'subscriber' ? reader.address : reader.kind;
  return { ...letter, subject: `hello ${name}`, html: documentWith(`<h1>the email</h1><p>dear ${name}</p>`) };
};

describeWithChromium('what a recruiter does in the preview', (executablePath) => {
  const open = previewWindows(executablePath);

  describe('looks whether it is ready to send', () => {
    it.each([
      ['✓', [], 'Yes. Nothing to mend.'],
      ['i', [note], 'Yes. 1 note, for you to know.'],
      ['!', [warning, note], 'Nothing stops it, but look at this: 1 warning, 1 note.'],
      [
        '✕',
        [warning, finding],
        'Not yet: 1 error, 1 warning. Errors stop the mailing; those of the issue stop the site, too.',
      ],
    ])('%s', async (sign, findings, verdict) => {
      const { bench, page, openIssue } = await open();
      bench.save('one', rendered({ findings }));
      await openIssue();
      expect(await page.locator('#verdict').innerText()).toBe(`${sign}\n${verdict}`);
    });

    it('reads the worst first, and how each area stands', async () => {
      const { bench, page, checks, openIssue } = await open();
      bench.save('one', rendered({ findings: [note, warning, finding] }));
      await openIssue();
      expect(await checks.locator('.message').allInnerTexts()).toEqual([
        'error apply is not a link',
        'warning “TK” is left in the text',
        'note apply is not a link',
      ]);
      expect(await checks.locator('.areas li').allInnerTexts()).toEqual([
        'i\nSubject, size and mail programs\n1 note',
        '✕\nOpen roles and pay\n1 error',
        '✓\nCandidates and their consent\nfine',
        '✓\nNames that must not appear\nfine',
        '✓\nLinks\nfine',
        '✓\nPictures\nfine',
        '!\nEssay and wording\n1 warning',
        '✓\nThe file\nfine',
      ]);
      expect(await page.getByRole('tab', { name: 'Checks' }).textContent()).toBe('Checks 2');
    });

    it('finds it in the tab where there is no room beside the letter, and when it is chosen', async () => {
      for (const width of [1280, 390]) {
        const { page, checks, openIssue } = await open({ width });
        await openIssue();
        expect(await checks.count(), String(width)).toBe(width > 1000 ? 1 : 0);
        await page.getByRole('tab', { name: 'Checks' }).click();
        const panel = page.getByRole('tabpanel', { name: 'Checks' });
        expect(await panel.getByText('Yes. Nothing to mend.').isVisible()).toBe(true);
        expect(await checks.count()).toBe(0);
      }
    });
  });

  describe('looks at the inbox', () => {
    it('sees where phones and desktops cut the subject, by what is read as a character', async () => {
      const { bench, page, openIssue } = await open();
      const subject = `👩🏽‍💻${'a'.repeat(80)}`;
      bench.save('one', rendered({ subject, preheader: 'b'.repeat(200) }));
      await openIssue();
      const row = (name: string) => page.getByRole('group', { name, exact: true });
      expect(await row('Phone').locator('.subject').textContent()).toBe(`👩🏽‍💻${'a'.repeat(39)}…`);
      expect(await row('Phone').locator('.preheader').textContent()).toBe(`${'b'.repeat(39)}…`);
      expect(await row('Desktop').locator('.subject').textContent()).toBe(`👩🏽‍💻${'a'.repeat(69)}…`);
      expect(await page.locator('#inbox-note').textContent()).toMatch(
        /^The subject has 81 characters and is cut on phones after about 40, and on desktops after about 70\./,
      );
    });
  });

  describe('reads the details', () => {
    it('of the envelope, the size, the links and what differs per reader', async () => {
      const { page, openIssue } = await open();
      await openIssue();
      await page.getByRole('tab', { name: 'Details' }).click();
      const panel = page.getByRole('tabpanel', { name: 'Details' });
      expect((await panel.locator('dl').allInnerTexts()).map((text) => text.split('\n'))).toEqual([
        [
          ...['From', 'penny <hello@penny.example>', 'Reply to', 'reply@penny.example'],
          ...['Subject', 'are interviews really a two way street?'],
          ...['Preheader', 'who really has control?', 'List-ID', '<newsletter.penny.example>'],
        ],
        ['Words', '1,234', 'To read', '5 minutes', 'Open roles', '2', 'Candidates', '1'],
      ]);
      expect(await panel.getByText('17.2 KB of the 102 KB').isVisible()).toBe(true);
      expect(await panel.getByRole('meter').getAttribute('value')).toBe('17244');
      expect(await panel.getByRole('row').allInnerTexts()).toEqual([
        'Link\tLeads to\tStands under',
        'apply here\thttps://jobs.example.com/vp\topen role: vp of sales',
        'unsubscribe\thttps://penny.example/unsubscribe/sample\tat the foot',
        'Merge tag\tFor this reader\tWithout a value\tIn',
        '{{firstName}}\tli\tthere\tsubject, email',
        '{{fields.city}}\t[no city]\tcannot be sent: no fallback\ttext',
      ]);
    });
  });

  describe('looks through other eyes', () => {
    it('on a tablet, in forced darkness, without pictures, and is told that this is a simulation', async () => {
      const { bench, page, email, openIssue } = await open();
      const picture = '<img alt="our team" src="data:image/png;base64,AAAA">';
      bench.save('one', rendered({ html: documentWith(`<h1>the email</h1>${picture}`) }));
      await openIssue();
      const simulation = page.getByText('Forced dark is a simulation');
      expect(await simulation.isVisible()).toBe(false);

      for (const name of ['Tablet', 'Forced dark', 'Images off'])
        await page.getByRole('button', { name }).click();
      await page.locator('iframe[src*="forced"][src*="pictures=off"]:not(.arriving)').waitFor();
      expect(await simulation.isVisible()).toBe(true);
      expect((await page.locator('iframe').boundingBox())?.width).toBe(768);
      expect(
        await page.evaluate(
          `getComputedStyle(document.querySelector('iframe').contentDocument.body).backgroundColor`,
        ),
      ).toBe('rgb(33, 33, 33)');
      expect(await email.getByAltText('our team').getAttribute('src')).toBeNull();
      expect(await page.getByRole('button', { pressed: true }).allTextContents()).toEqual([
        'Tablet 768',
        'Forced dark',
        'Images off',
      ]);

      await page.getByRole('button', { name: 'Images off' }).click();
      await page.locator('iframe[src*="pictures=on"]:not(.arriving)').waitFor();
    });

    it('on a screen of which there is no room, made smaller and not narrower', async () => {
      const { page, openIssue } = await open();
      await openIssue();
      await page.getByRole('tab', { name: 'Web' }).click();
      const frame = page.locator('iframe[title="The page on the web"]');
      await frame.waitFor();
      expect(await frame.evaluate((element) => Object(element).contentWindow.innerWidth)).toBe(1280);
      const [shown, room] = [await frame.boundingBox(), await page.locator('#stage').boundingBox()];
      expect(shown?.width).toBeCloseTo(room?.width ?? 0, 0);
    });
  });

  describe('reads it as somebody on the list', () => {
    it('finds them by what is typed, and nobody else comes into the page', async () => {
      const { bench, page, email, openIssue } = await open();
      bench.source.subscribers = ['ann', 'li', 'lisa', 'lily'].map((name) => ({
        address: `${name}@example.net`,
        name,
      }));
      bench.save('one', rendered({ letterFor }));
      await openIssue();
      await email.getByText('dear sample').waitFor();
      await page.getByLabel('Read as').selectOption('somebody without data');
      await email.getByText('dear nobody').waitFor();

      await page.getByLabel('Read as').selectOption('a subscriber …');
      const input = page.getByRole('combobox', { name: 'Address or name of the subscriber' });
      expect(await input.evaluate('document.activeElement.id')).toBe('address');
      await input.pressSequentially('li');
      await page.getByText('The first 2 are offered: type more of the address.').waitFor();
      expect(
        await page
          .locator('#people option')
          .evaluateAll((options) => options.map((one) => Object(one).value)),
      ).toEqual(['li@example.net', 'lisa@example.net']);
      expect(await page.content()).not.toContain('ann@');

      await input.fill('li@example.net');
      await email.getByText('dear li@example.net').waitFor();
      expect(await page.locator('.subject').first().textContent()).toBe('hello li@example.net');
      expect(await page.getByRole('link', { name: 'Download .eml' }).getAttribute('href')).toBe(
        '/issues/one/eml?for=li%40example.net',
      );
    });

    it('goes on as them when the file is saved', async () => {
      const { bench, page, email, openIssue } = await open();
      bench.save('one', rendered({ letterFor }));
      await openIssue();
      await page.getByLabel('Read as').selectOption('a subscriber …');
      await page.getByLabel('Address or name of the subscriber').fill('li@example.net');
      await page.keyboard.press('Enter');
      await email.getByText('dear li@example.net').waitFor();
      bench.save(
        'one',
        rendered({
          letterFor: async (reader) => ({
            ...(await letterFor(reader)),
            html: documentWith(JSON.stringify(reader)),
          }),
        }),
      );
      await email.getByText('{"kind":"subscriber","address":"li@example.net"}').waitFor();
    });

    it('is told why somebody cannot be mailed', async () => {
      const { bench, page, openIssue } = await open();
      const problem = 'li@example.net has unsubscribed: this is a sample';
      bench.save('one', rendered({ addressee: { address: 'hello@penny.example', problem } }));
      await openIssue();
      await page.getByText(problem).waitFor();
    });
  });

  describe('takes it along', () => {
    it('as HTML, as text, and as a message', async () => {
      const { bench, context, page, openIssue } = await open();
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      bench.save(
        'one',
        rendered({
          html: '<h1>the email</h1> “as it is”',
          message: async () => Buffer.from('Subject: hi\r\n'),
        }),
      );
      await openIssue();
      await page.getByRole('button', { name: 'Copy HTML' }).click();
      await page.getByText('HTML copied').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe('<h1>the email</h1> “as it is”');
      await page.getByRole('button', { name: 'Copy text' }).click();
      await page.getByText('Text copied').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(letter.text);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download .eml' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('one.eml');
      expect(readFileSync(await download.path(), 'utf8')).toBe('Subject: hi\r\n');
    });

    it('is told when nothing was copied', async () => {
      const { context, page, openIssue } = await open();
      await context.route('**/issues/one/html?*', (route) => route.abort());
      await openIssue();
      await page.getByRole('button', { name: 'Copy HTML' }).click();
      await page.getByText('HTML could not be copied').waitFor();
    });
  });
});
