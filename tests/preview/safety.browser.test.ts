import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { describeWithChromium } from '../system.ts';
import { previewWindows } from './preview-windows.ts';
import { broken, documentWith, entry, finding, letter, rendered } from './samples.ts';

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
      const details = async () => ({
        ...(await letter.details()),
        replyTo: markup,
        links: [{ label: markup, address: `javascript:${markup}`, under: markup }],
        tags: [{ tag: markup, fallback: markup, parts: [markup], value: markup }],
      });
      const addressee = { address: markup, problem: markup };
      bench.source.subscribers = [{ address: `${markup}@example.net`, name: markup }];
      bench.save(
        'one',
        rendered({ subject: markup, preheader: markup, text: markup, entry: titled, details, addressee }),
      );
      await openIssue();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`title ${markup}`);
      await page.getByLabel('Read as').selectOption('a subscriber …');
      await page.getByLabel('Address or name of the subscriber').pressSequentially('img');
      await page.locator('#people option').waitFor({ state: 'attached' });
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.getByRole('rowheader', { name: markup }).first().waitFor();
      expect(await page.getByRole('tabpanel').locator('a').count()).toBe(0);
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

  describe('what another page of this machine cannot do', () => {
    /** A page at another port, which browsers take for the same site. */
    async function servePage(body: string): Promise<AsyncDisposable & { readonly url: string }> {
      const server = createServer((_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(body);
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      return {
        url: `http://127.0.0.1:${port}/`,
        async [Symbol.asyncDispose]() {
          server.closeAllConnections();
          await new Promise((closed) => server.close(closed));
        },
      };
    }

    it('is to read, embed, run or download anything of the preview', async () => {
      const { bench, home, page } = await open();
      bench.source.subscribers = [{ address: 'li@example.net' }];
      await using foreign = await servePage('<!doctype html><title>foreign</title>');
      const answers: (readonly [string, number])[] = [];
      page.on('response', (response) => {
        if (response.url().startsWith(home))
          answers.push([new URL(response.url()).pathname, response.status()]);
      });
      let downloads = 0;
      page.on('download', () => downloads++);
      await page.goto(foreign.url);
      const outcome = await page.evaluate(`(async () => {
        const home = ${JSON.stringify(home)};
        const asked = await Promise.all(
          ['subscribers?find=li', 'issues/one/html', 'issues/one/eml', 'events?issue=one'].flatMap((path) =>
            ['cors', 'no-cors'].map((mode) =>
              fetch(home + path, { mode }).then((answer) => answer.text(), () => 'refused')),
          ),
        );
        const embedded = await Promise.all(
          [['script', 'src', 'subscribers?find=li'], ['img', 'src', 'issues/one/eml'], ['iframe', 'src', 'issues/one/email']].map(
            ([name, attribute, path]) =>
              new Promise((resolve) => {
                const element = document.createElement(name);
                element.onload = () => resolve(element.contentDocument ? 'read' : name === 'iframe' ? 'closed' : 'loaded');
                element.onerror = () => resolve('refused');
                element[attribute] = home + path;
                document.body.append(element);
              }),
          ),
        );
        return [...asked, ...embedded];
      })()`);
      expect(outcome).toEqual([
        ...Array.from({ length: 8 }, () => 'refused'),
        'refused',
        'refused',
        'closed',
      ]);
      expect([...new Set(answers.map(([, status]) => status))]).toEqual([403]);
      expect(bench.source.asked).toEqual([]);
      await page.evaluate(`location.href = ${JSON.stringify(`${home}issues/one/eml`)}`);
      await page.getByText('this is for the pages of the preview only').waitFor();
      expect(downloads).toBe(0);
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
