import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArguments } from '../chromium.ts';
import { findViolations } from '../judges/find-violations.ts';
import { findFreePort } from '../servers/free-port.ts';
import { describeWithChromium } from '../system.ts';
import { startServing } from './serving.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

const ann = 'ann.new@example.com';

describeWithChromium('somebody without a mouse and without JavaScript', (executablePath) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  });
  afterAll(() => browser.close());

  it('subscribes, confirms, chooses, leaves and comes back', { timeout: 120_000 }, async () => {
    using workspace = createWorkspace();
    const port = await findFreePort();
    liveAt(workspace, `http://127.0.0.1:${port}`);
    const inbox = createInbox();
    await using sink = await startSmtpSink({ beforeAnswer: inbox.onMail });
    const environment = { SMTP_URL: sink.url };
    expect(await workspace.penny('build')).toMatchObject({ code: 0 });
    await using serving = await startServing(workspace, environment, `serve --port ${port}`);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 820 },
    });
    const page = await context.newPage();
    const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
    const statusOf = async (): Promise<unknown> => findPerson(workspace);

    await page.goto(serving.url);
    await subscribe(page);
    await heading('one more step');
    await expectAccessible(page);

    await page.goto(`${serving.url}${await inbox.nextLink(sink, 'confirm')}`);
    await heading('you are nearly there');
    await expectAccessible(page);
    expect(await statusOf()).toMatchObject({ status: 'pending' });
    await press(page, page.getByRole('button', { name: 'confirm' }));
    await heading('you are on the list');
    await expectAccessible(page);
    expect(await statusOf()).toMatchObject({ status: 'active', tags: ['hiring'] });

    // Nothing is mailed for a site without a certificate.
    liveAt(workspace, 'https://penny.example');
    expect(await workspace.penny('send 1 --yes', environment)).toMatchObject({ code: 0 });
    const leave = `${serving.url}${await inbox.nextLink(sink, 'unsubscribe')}`;
    await page.goto(leave);
    await heading('leave penny for my thoughts?');
    await expectAccessible(page);
    const topics = page.getByRole('main');
    await tabTo(page, topics.getByRole('checkbox', { name: 'candidates' }));
    await page.keyboard.press('Space');
    await press(page, topics.getByRole('button', { name: 'save' }));
    await heading('your topics are saved');
    await expectAccessible(page);
    expect(await statusOf()).toMatchObject({ status: 'active', tags: ['candidates', 'hiring'] });

    await page.goto(leave);
    await press(page, page.getByRole('button', { name: 'leave' }));
    await heading('you have left');
    await expectAccessible(page);
    expect(await statusOf()).toMatchObject({ status: 'unsubscribed' });
    await page.goto(leave);
    await heading('you have left');
    await expectAccessible(page);

    await press(page, page.getByRole('link', { name: 'subscribe again' }));
    await subscribe(page);
    await heading('one more step');
    await page.goto(`${serving.url}${await inbox.nextLink(sink, 'confirm')}`);
    await press(page, page.getByRole('button', { name: 'confirm' }));
    await heading('you are on the list');
    expect(await statusOf()).toMatchObject({ status: 'active' });

    await page.goto(`${serving.url}/unsubscribe/nobody`);
    await heading('there is nothing here');
    await expectAccessible(page);
    await context.close();
  });

  /** Fills in the form of the page. */
  async function subscribe(page: Page): Promise<void> {
    await tabTo(page, page.getByRole('textbox', { name: 'your e-mail address' }));
    await page.keyboard.type(ann);
    await page.keyboard.press('Tab');
    // What is meant for programs is not on the way.
    await expectFocus(page, page.getByRole('contentinfo').getByRole('checkbox', { name: 'hiring' }));
    await page.keyboard.press('Space');
    await press(page, page.getByRole('button', { name: 'subscribe' }));
  }

  /** What the page shows is judged in a page where scripts run, on light and dark screens. */
  async function expectAccessible(page: Page): Promise<void> {
    const html = await page.content();
    for (const colorScheme of ['light', 'dark'] as const) {
      const judge = await browser.newPage({ colorScheme, viewport: { width: 390, height: 820 } });
      await judge.route('**/*', (route) => route.abort());
      await judge.setContent(html);
      expect(await findViolations(judge), `${page.url()}, ${colorScheme}`).toEqual([]);
      expect(await judge.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await judge.close();
    }
  }
});

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

const mostStops = 40;

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) === 1) return;
  }
  throw new Error(`no key leads to ${target.toString()}`);
}

async function expectFocus(page: Page, target: Locator): Promise<void> {
  expect(await target.and(page.locator(':focus')).count(), target.toString()).toBe(1);
}

/** The same newsletter, on this machine. */
function liveAt({ folder }: TestWorkspace, url: string): void {
  const file = join(folder, 'newsletter.yaml');
  const settings = readFileSync(file, 'utf8').replace(/^url: .*$/m, `url: ${url}`);
  const topics = settings.includes('topics:') ? '' : 'topics: [hiring, candidates]\n';
  writeFileSync(file, `${settings}${topics}`);
}

/** The mail server's messages, each looked at once, as they come. */
function createInbox() {
  let seen = 0;
  let onMail = Promise.withResolvers<void>();
  return {
    onMail: () => onMail.resolve(),
    nextLink: async (sink: SmtpSink, kind: string): Promise<string> => {
      while (sink.messages.length <= seen) {
        await onMail.promise;
        onMail = Promise.withResolvers<void>();
      }
      const { source } = sink.messages[seen] ?? { source: '' };
      seen = sink.messages.length;
      const [path] = new RegExp(`/${kind}/[\\w-]+`).exec((await simpleParser(source)).text ?? '') ?? [];
      if (path === undefined) throw new Error(`there is no link to ${kind}`);
      return path;
    },
  };
}

async function findPerson(workspace: TestWorkspace): Promise<unknown> {
  const { subscribers }: { subscribers: { address: string }[] } = JSON.parse(
    (await workspace.penny('subscribers list --json')).output,
  );
  return subscribers.find(({ address }) => address === ann);
}
