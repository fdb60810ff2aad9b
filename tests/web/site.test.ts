import { mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createDeskBench, type DeskBench } from './desk-bench.ts';

/** A site with a page, a feed and a picture, beside something that is nobody's business. */
function withSite(bench: DeskBench): DeskBench {
  const write = (path: string, text: string): void => {
    mkdirSync(join(bench.folder, path, '..'), { recursive: true });
    writeFileSync(join(bench.folder, path), text);
  };
  write('index.html', '<h1>home</h1>');
  write('404.html', '<h1>not here</h1>');
  write('issues/one/index.html', '<h1>one</h1>');
  write('rss.xml', '<rss/>');
  write('images/1.png', 'png');
  write('notes.strange', 'strange');
  write('.pennypost', 'index.html\n');
  write('.git/config', 'secret');
  symlinkSync('/etc/passwd', join(bench.folder, 'passwd.txt'));
  symlinkSync('/etc', join(bench.folder, 'etc'));
  symlinkSync(join(bench.folder, 'index.html'), join(bench.folder, 'same.html'));
  return bench;
}

/** Of this process, as Linux lists them. One that is closed while it is looked at is no file. */
function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)];
    } catch {
      return [];
    }
  });
}

it.each([
  ['/', 'text/html; charset=utf-8', '<h1>home</h1>'],
  ['/issues/one/', 'text/html; charset=utf-8', '<h1>one</h1>'],
  ['/issues/one/index.html', 'text/html; charset=utf-8', '<h1>one</h1>'],
  ['/rss.xml', 'application/rss+xml; charset=utf-8', '<rss/>'],
  ['/images/1.png?v=2', 'image/png', 'png'],
  ['/notes.strange', 'application/octet-stream', 'strange'],
])('serves %s as %s', async (path, type, text) => {
  const answer = await withSite(createDeskBench()).ask(path);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, text]);
  expect(answer.headers.get('content-security-policy')).not.toContain('script');
});

it('serves a large file to its end', async () => {
  const bench = withSite(createDeskBench());
  const large = Buffer.alloc(3_000_001, 'large');
  writeFileSync(join(bench.folder, 'large.pdf'), large);
  const answer = await bench.ask('/large.pdf');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await answer.arrayBuffer()).equals(large)).toBe(true);
});

it.runIf(process.platform === 'linux')('closes a large file when nobody wants the rest of it', async () => {
  const bench = withSite(createDeskBench());
  const place = join(bench.folder, 'large.pdf');
  writeFileSync(place, Buffer.alloc(3_000_000));
  const { body } = await bench.ask('/large.pdf');
  const reader = body?.getReader();
  await reader?.read();
  expect(openFiles()).toContain(place);
  await reader?.cancel();
  await vi.waitFor(() => expect(openFiles()).not.toContain(place));
});

it('leads from a page’s name to the page', async () => {
  const bench = withSite(createDeskBench());
  const answer = await bench.ask('/issues/one');
  expect([answer.status, answer.headers.get('location')]).toEqual([308, 'one/']);
});

it('leads from the site’s name to the site, where it lies below a path', async () => {
  const bench = withSite(createDeskBench({ url: 'https://penny.example/our/letters' }));
  const answer = await bench.ask('/our/letters');
  expect([answer.status, answer.headers.get('location')]).toEqual([308, 'letters/']);
  expect(await (await bench.ask('/our/letters/')).text()).toBe('<h1>home</h1>');
  expect((await bench.ask('/our')).status).toBe(404);
});

it('sends a file once: whoever has it is told so', async () => {
  const bench = withSite(createDeskBench());
  const etag = (await bench.ask('/')).headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await bench.ask('/', { headers: { 'If-None-Match': known } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  writeFileSync(join(bench.folder, 'index.html'), '<h1>home again</h1>');
  expect((await bench.ask('/', { headers: { 'If-None-Match': etag } })).status).toBe(200);
});

it('tells of a file without it when only its head is asked for', async () => {
  const bench = withSite(createDeskBench());
  const answer = await bench.ask('/', { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '13', '']);
});

it.each([
  '/../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/issues/%2e%2e%2f%2e%2e%2fetc/passwd',
  '/..\\..\\etc\\passwd',
  '/..%5c..%5cetc%5cpasswd',
  '/C:/windows/win.ini',
  '/%00',
  '/%',
  '/%ff',
  '//example.net/',
  '/issues//one/',
  '/.git/config',
  '/.pennypost',
  '/passwd.txt',
  '/etc/passwd',
  '/etc/',
  '/same.html',
  '/index.html/',
  `/${'a'.repeat(5_000)}`,
])('has nothing at %s', async (path) => {
  const answer = await withSite(createDeskBench()).ask(path);
  expect([answer.status, await answer.text()]).toEqual([404, '<h1>not here</h1>']);
  expect(answer.headers.get('location')).toBeNull();
});

it('says that there is nothing while the site is not built', async () => {
  const answer = await createDeskBench().ask('/');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('there is nothing here');
});

it.each(['PUT', 'DELETE', 'PATCH', 'POST'])('takes no %s', async (method) => {
  const answer = await withSite(createDeskBench()).ask('/', { method });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

describe('a newsletter below a path', () => {
  it.each([
    ['/news', '/news'],
    ['/news', ''],
    ['/café', '/caf%C3%A9'],
    ['/café', ''],
  ])('%s is served whether or not the proxy takes it away: “%s”', async (path, base) => {
    const bench = withSite(createDeskBench({ url: `https://penny.example${path}` }));
    bench.add('ann@example.com');
    expect(await (await bench.ask(`${base}/`)).text()).toBe('<h1>home</h1>');
    expect((await bench.ask(`${base}/healthz`)).status).toBe(200);
    expect((await bench.post(`${base}${bench.unsubscribePath('ann@example.com')}`)).status).toBe(200);
    expect(bench.find('ann@example.com')?.status).toBe('unsubscribed');
  });
});
