import { type IncomingHttpHeaders, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PreviewError } from '../../src/preview/preview-error.ts';
import { startPreview } from '../../src/preview/preview-server.ts';
import { EventReader } from './event-reader.ts';
import { FakeSource } from './fake-source.ts';
import { PreviewBench } from './preview-bench.ts';
import { assets, broken, letter, rendered } from './samples.ts';

let bench: PreviewBench;
let home: string;

beforeEach(async () => {
  bench = new PreviewBench();
  bench.save('one', rendered());
  home = await bench.start();
});

afterEach(() => bench.clear());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for exactly this path, which `fetch` would tidy up first. */
function ask(path: string, { method = 'GET', host, ...asking }: Asking = {}): Promise<Answer> {
  const { hostname, port } = new URL(home);
  const headers = { ...asking.headers, ...(host === undefined ? {} : { host }) };
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, async (response) => {
      const text = (await response.toArray()).join('');
      resolve({ status: response.statusCode, headers: response.headers, text });
    })
      .on('error', reject)
      .end();
  });
}

describe('what the preview answers', () => {
  it('has the list of issues, each issue, and what their pages need', async () => {
    for (const path of ['/', '/issues/one', '/assets/page.js', '/assets/page.css', '/issues/one/email']) {
      expect(await ask(path), path).toMatchObject({ status: 200 });
    }
    expect((await ask('/assets/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/assets/page.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('has the email and the page as documents for frames, light or dark', async () => {
    const [light, dark] = [
      '(max-width: -1px) { body { background: #1a1d21',
      '(min-width: 0) { body { background: #1a1d21',
    ];
    expect((await ask('/issues/one/email')).text).toContain('<h1>the email</h1>');
    expect((await ask('/issues/one/web')).text).toContain('<h1>the page</h1>');
    expect((await ask('/issues/one/web?scheme=light')).text).toContain(light);
    expect((await ask('/issues/one/email?scheme=dark')).text).toContain(dark);
  });

  it('shows the last good version of a file that is broken now', async () => {
    await ask('/issues/one');
    bench.save('one', broken());
    await ask('/issues/one');
    expect(await ask('/issues/one/email')).toMatchObject({
      status: 200,
      text: expect.stringContaining('the email'),
    });
  });

  it('has no document of an issue that was broken from the start', async () => {
    bench.save('two', broken());
    expect(await ask('/issues/two')).toMatchObject({ status: 200 });
    expect(await ask('/issues/two/email')).toMatchObject({ status: 404 });
  });

  it('answers an unknown issue with the page, so that it appears when it is written', async () => {
    const { status, text } = await ask('/issues/two');
    expect(status).toBe(404);
    expect(text).toContain('<main');
  });

  it('shows pictures that are not published yet, and copies the letter as it will be sent', async () => {
    const address = 'https://penny.example/images/1.png';
    const html = `<img alt="a" src="${address}" width="1"> <a href="${address}">${address}</a>`;
    bench.save(
      'one',
      rendered({ html, web: html, pictures: new Map([[address, 'data:image/png;base64,AA==']]) }),
    );
    for (const form of ['email', 'web']) {
      expect((await ask(`/issues/one/${form}`)).text).toContain(
        `<img alt="a" src="data:image/png;base64,AA==" width="1"> <a href="${address}">${address}</a>`,
      );
    }
    expect((await ask('/issues/one/html')).text).toBe(html);
  });

  it('has the letter to copy and to keep, as its reader gets it', async () => {
    bench.save(
      'one',
      rendered({
        letterFor: async (reader) => ({
          ...letter,
          html: `<h1>${JSON.stringify(reader)}</h1>`,
          message: async () => Buffer.from(`To: ${JSON.stringify(reader)}`),
        }),
      }),
    );
    const html = await ask('/issues/one/html?for=nobody');
    expect(html.text).toBe('<h1>{"kind":"nobody"}</h1>');
    expect(html.headers['content-type']).toBe('text/plain;charset=UTF-8');
    const message = await ask('/issues/one/eml');
    expect(message.text).toBe('To: {"kind":"sample"}');
    expect(message.headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="issue.eml"; filename*=UTF-8''one.eml`,
    });
  });

  it('calls the file of a message after its issue, whatever that is called', async () => {
    bench.save('müde "x"', rendered());
    const { headers } = await ask(`/issues/${encodeURIComponent('müde "x"')}/eml`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="issue.eml"; filename*=UTF-8''m%C3%BCde%20%22x%22.eml`,
    );
  });

  it('has nothing to copy or to keep of an issue that was broken from the start', async () => {
    bench.save('two', broken());
    for (const form of ['html', 'eml', 'web'])
      expect(await ask(`/issues/two/${form}`), form).toMatchObject({ status: 404 });
  });

  it('finds a few subscribers, and never has the list', async () => {
    bench.source.subscribers = ['ann', 'li', 'lisa', 'lily'].map((name) => ({
      address: `${name}@example.net`,
      name,
    }));
    expect(JSON.parse((await ask('/subscribers?find=li')).text)).toEqual({
      subscribers: [
        { address: 'li@example.net', name: 'li' },
        { address: 'lisa@example.net', name: 'lisa' },
      ],
      more: true,
    });
  });

  it('shows the email in forced darkness, and the page as it was designed for the dark', async () => {
    expect((await ask('/issues/one/email?scheme=forced')).text).toContain('body { background: #212121 }');
    expect((await ask('/issues/one/web?scheme=forced')).text).toContain(
      '(min-width: 0) { body { background: #1a1d21',
    );
  });

  it('opens the issue that was asked for', async () => {
    await bench.stop();
    const source = new FakeSource();
    const preview = await startPreview({ source, watched: [], port: 0, assets, issue: 'müde & munter' });
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/issues\/m%C3%BCde%20%26%20munter$/);
    await preview.close();
  });
});

describe('scoreboard 80: what the preview refuses', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example'])(
    'a request for host %j, with 421',
    async (host) => {
      const { status, text } = await ask('/issues/one/email', { host });
      expect(status).toBe(421);
      expect(text).toMatch(/^this preview answers at 127\.0\.0\.1:\d+ only\n$/);
    },
  );

  it('a request for another host in its first line, with 421', async () => {
    expect(await ask('http://evil.example/events')).toMatchObject({ status: 421 });
  });

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])(
    'no request for host %s at its port',
    async (host) => {
      expect(await ask('/', { host: `${host}:${new URL(home).port}` })).toMatchObject({ status: 200 });
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])('%s, wherever it goes', async (method) => {
    for (const path of [
      '/',
      '/issues/one',
      '/issues/one/eml',
      '/subscribers',
      '/events',
      '/issues/one/send',
    ]) {
      expect(await ask(path, { method }), path).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    }
  });

  const ofOthers = [
    { 'sec-fetch-site': 'cross-site' },
    // Another port of this machine.
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'null' },
  ];
  const forItself = [
    '/issues/one/email',
    '/issues/one/web',
    '/issues/one/html',
    '/issues/one/eml',
    '/subscribers?find=li',
    '/events?issue=one',
    '/assets/page.js',
  ];

  it.each(ofOthers)('what another page asks for, with 403: %j', async (headers) => {
    bench.source.subscribers = [{ address: 'li@example.net' }];
    for (const path of forItself) {
      const { status, text } = await ask(path, { headers });
      expect(status, path).toBe(403);
      expect(text).toBe('this is for the pages of the preview only\n');
    }
    expect(bench.source.asked).toEqual([]);
  });

  it('no page of its own, and nobody without a browser', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: home.slice(0, -1) };
    for (const path of forItself.filter((one) => !one.startsWith('/events'))) {
      expect(await ask(path, { headers: own }), path).toMatchObject({ status: 200 });
      expect(await ask(path), path).toMatchObject({ status: 200 });
    }
  });

  it('no link on another page that leads to an issue', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await ask('/', { headers })).toMatchObject({ status: 200 });
    expect(await ask('/issues/one', { headers })).toMatchObject({ status: 200 });
  });

  it.each([
    '/send',
    '/issues/one/send',
    '/issues/one/email/',
    '/issues/../../etc/passwd',
    '/issues/..%2f..%2fetc%2fpasswd',
    '/issues/..%2f..%2fetc%2fpasswd/email',
    '/issues/%2e%2e/email',
    '/issues/..%5c..%5cwindows/email',
    '/issues/one%00/email',
    '/issues/%zz/email',
    '/issues/file:%2f%2f%2fetc%2fpasswd/web',
    '/issues/one/text',
    '/issues/one/eml/',
    '/issues/..%2f..%2fetc%2fpasswd/eml',
    '/issues/..%2f..%2fetc%2fpasswd/html',
    '/issues/.private%2fnever-name.yaml/html',
    '/subscribers/',
    '/subscribers/li@example.net',
    '/penny.db',
    '/.penny/penny.db',
    '/assets/..%2fpage.html',
    '/assets/../email/layout.hbs',
    '/assets/..%2femail%2flayout.hbs',
    '/assets/%2fetc%2fpasswd',
    '/assets/nothing.js',
    '/etc/passwd',
  ])('%s, with 404', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    expect(text).not.toContain('root:');
    expect(bench.source.asked.filter((slug) => /[/\\]|\.\./.test(slug))).toEqual([]);
  });

  it('tells no other site what it shows', async () => {
    for (const path of ['/', '/issues/one', ...forItself.slice(0, 5), '/assets/page.js', '/nothing']) {
      const { headers } = await ask(path);
      expect(headers, path).not.toHaveProperty('access-control-allow-origin');
      expect(headers, path).toMatchObject({
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });
});

describe('scoreboard 80: what the pages may do', () => {
  const policyOf = async (path: string): Promise<string[]> =>
    String((await ask(path)).headers['content-security-policy']).split('; ');

  it('is to use their own files', async () => {
    for (const path of [
      '/',
      '/issues/one',
      '/issues/one/eml',
      '/subscribers',
      '/assets/page.js',
      '/nothing',
    ]) {
      expect(await policyOf(path), path).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]);
    }
  });

  it('is, for a rendering, to look as it likes and to open links', async () => {
    for (const path of ['/issues/one/email', '/issues/one/web?scheme=dark']) {
      expect(await policyOf(path), path).toEqual([
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        'img-src https: data:',
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      ]);
    }
  });
});

describe('what a rendering may load', () => {
  it('is no picture where pictures are off', async () => {
    bench.save('one', rendered({ html: '<head></head><img alt="us" src="https://example.com/a.png">' }));
    const { headers, text } = await ask('/issues/one/email?pictures=off');
    expect(headers['content-security-policy']).toContain("img-src 'none'");
    expect(text).toContain('<img alt="us">');
  });
});

describe('starting and stopping', () => {
  it('says that the port is taken, and what to do', async () => {
    const port = Number(new URL(home).port);
    const second = startPreview({ source: new FakeSource(), watched: [], port, assets });
    await expect(second).rejects.toThrow(PreviewError);
    await expect(second).rejects.toMatchObject({
      message: `something else uses port ${port}, perhaps another preview`,
      hint: 'close that one, or name another port, such as --port 4322',
    });
  });

  it('frees the port when it is closed, whoever still listens', async () => {
    const port = Number(new URL(home).port);
    const events = await EventReader.open(`${home}events`);
    await bench.stop();
    expect(await events.next('broken')).toBeUndefined();
    expect(new URL(await bench.start({ port })).port).toBe(String(port));
  });
});
