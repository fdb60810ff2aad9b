import { describe, expect, it } from 'vitest';
import { describeWithChromium } from '../system.ts';
import { previewWindows } from './preview-windows.ts';
import { broken, documentWith, entry, finding, rendered } from './samples.ts';

describeWithChromium('the preview and what may go wrong', (executablePath) => {
  const open = previewWindows(executablePath);

  describe('what an issue cannot do', () => {
    const hostile = documentWith(`
      <script>top.harmed = 'script'</script>
      <script src="/assets/page.js"></script>
      <img src="x" onerror="top.harmed = 'onerror'">
      <svg onload="top.harmed = 'onload'"></svg>
      <meta http-equiv="refresh" content="0; url=https://evil.example/">
      <form action="https://evil.example/"><button>send</button></form>
      <a href="javascript:top.harmed = 'link'" target="_self">a script</a>
      <h1>the email</h1>`);

    it('is to run, in the preview or by itself', async () => {
      const { bench, home, page, email, openIssue } = await open();
      bench.save('one', rendered({ html: hostile }));
      await openIssue();
      await email.getByText('a script').click();
      await email.getByRole('button', { name: 'send' }).click();
      expect(await page.evaluate('top.harmed')).toBeUndefined();
      expect(await email.getByText('the email').isVisible()).toBe(true);

      await page.goto(`${home}issues/one/email`);
      await page.getByText('a script').click();
      expect(await page.evaluate('top.harmed')).toBeUndefined();
      expect(page.url()).toBe(`${home}issues/one/email`);
    });

    it('is to put markup into the preview’s own page', async () => {
      const { bench, page, notice, openIssue } = await open();
      const markup = '<img src=x onerror="top.harmed = true">';
      const titled = { ...entry, title: `title ${markup}` };
      bench.save('one', rendered({ subject: markup, preheader: markup, text: markup, entry: titled }));
      await openIssue();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`title ${markup}`);
      bench.save(
        'one',
        broken({ findings: [{ ...finding, message: markup, hint: markup, sourceLine: markup }] }),
      );
      await notice.waitFor();
      expect(await page.locator('body img').count()).toBe(0);
      expect(await page.evaluate('top.harmed')).toBeUndefined();
    });

    it('is to leave its frame: a link opens a tab of its own', async () => {
      const { bench, context, page, email, openIssue } = await open();
      bench.save(
        'one',
        rendered({ html: documentWith('<h1>the email</h1><a href="https://example.com/">apply</a>') }),
      );
      await context.route('https://example.com/', (route) => route.fulfill({ body: 'applied' }));
      await openIssue();
      const [tab] = await Promise.all([page.waitForEvent('popup'), email.getByText('apply').click()]);
      await tab.getByText('applied').waitFor();
      expect(await tab.evaluate('[opener, document.referrer]')).toEqual([null, '']);
      expect(await email.getByText('the email').isVisible()).toBe(true);
    });
  });

  it('says that the connection is lost, keeps what it shows, and recovers', async () => {
    const { bench, home, email, status, openIssue } = await open();
    await openIssue();
    await bench.stop();
    await status.getByText('Connection lost').waitFor();
    expect(await email.getByText('the email').isVisible()).toBe(true);

    bench.save('one', rendered({ html: documentWith('<h1>written meanwhile</h1>') }));
    await bench.start({ port: Number(new URL(home).port) });
    await email.getByText('written meanwhile').waitFor();
    await status.getByText('Up to date').waitFor();
  });

  it('comes back from an answer that is no preview', async () => {
    const { home, context, page, email, status } = await open();
    await context.route('**/events?*', (route) => route.fulfill({ status: 502 }), { times: 1 });
    await page.goto(`${home}issues/one`);
    await status.getByText('Connection lost').waitFor();
    await email.getByText('the email').waitFor();
    expect(await status.textContent()).toMatch(/^Up to date/);
  });
});
