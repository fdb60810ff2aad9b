import { pbkdf2, randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, Socket } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { fetchPublic, type Network } from '../../src/http/fetch-public.ts';
import type { HostAddress } from '../../src/http/guard-lookup.ts';
import { isPublicAddress } from '../../src/http/is-public-address.ts';

/** Stands for a public address; 127.0.0.2 stays a private one. */
const publicAddress = '127.0.0.1';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, publicAddress, () => resolve()));
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The Internet in which every host is at these addresses, one answer after the other, the last one for ever. */
function networkOf(...answers: readonly (readonly string[])[]): Network & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    isPublic: (address) => address === publicAddress,
    lookup: async (host) => {
      const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
      asked.push(host);
      return addresses.map((address): HostAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}

const internet = networkOf([publicAddress]);

describe('a page', () => {
  it('comes with its status, its text and where it is', async () => {
    const port = await serve((_, response) => {
      response.writeHead(203, { 'content-type': 'text/html; charset=iso-8859-1' });
      response.end(Buffer.from('caf\xe9', 'latin1'));
    });
    const url = `http://pages.example:${port}/a?b=1`;
    expect(await fetchPublic(`${url}#part`, {}, internet)).toEqual({
      url: `${url}#part`,
      status: 203,
      redirects: [],
      text: 'café',
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is unpacked: %s', async (encoding, pack) => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
      response.end(pack('hello'));
    });
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({ text: 'hello' });
  });

  it('is left where it gets too long, also when it was packed small', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'a'));
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const answer = await fetchPublic(`http://pages.example:${port}/`, { most: 1_000 }, internet);
    expect('text' in answer && answer.text).toBe('a'.repeat(1_000));
  });

  it('is left where it gets too long, also when it unpacks to nothing', async () => {
    const nothing = Buffer.concat(Array.from({ length: 5_000 }, () => gzipSync('')));
    let sent = 0;
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      const send = (): void => {
        while (!response.destroyed && response.write(nothing)) sent += nothing.length;
        response.once('drain', send);
      };
      send();
    });
    const answer = await fetchPublic(`http://pages.example:${port}/`, {}, internet);
    expect(answer).toMatchObject({ status: 200, text: '' });
    // What the machine itself still takes in comes on top.
    expect(sent).toBeLessThan(30_000_000);
  });

  it('that was cut off is unpacked all the same where that takes a while', async () => {
    const packed = gzipSync(`hello ${randomBytes(1_000_000).toString('hex')}`);
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(packed);
    });
    // Node unpacks in its pool of threads, which has other things to do here.
    const busy = Array.from({ length: 8 }, () => promisify(pbkdf2)('', '', 200_000, 64, 'sha512'));
    const answer = await fetchPublic(`http://pages.example:${port}/`, { most: 1_000 }, internet);
    expect(answer).toMatchObject({ status: 200, text: expect.stringMatching(/^hello /) });
    await Promise.all(busy);
  });

  it('that is not there needs no text', async () => {
    const port = await serve((_, response) => {
      response.writeHead(404, { 'content-type': 'text/html' });
      response.flushHeaders();
    });
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({ status: 404 });
  });

  it('is not read when it is no text', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end('x');
    });
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({
      status: 200,
      text: '',
    });
  });

  it('is asked for as anybody would: without credentials, cookies or where the link stands', async () => {
    let headers: NodeJS.Dict<string | string[]> = {};
    const port = await serve((request, response) => {
      headers = request.headers;
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' });
      response.end();
    });
    await fetchPublic(`http://user:secret@pages.example:${port}/`, {}, internet);
    await fetchPublic(`http://pages.example:${port}/`, {}, internet);
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

describe('redirects', () => {
  it('are followed and told', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('here');
    });
    expect(await fetchPublic(`http://pages.example:${port}/old`, {}, internet)).toEqual({
      url: `http://pages.example:${port}/new`,
      status: 200,
      redirects: [{ status: 301, to: `http://pages.example:${port}/new` }],
      text: 'here',
    });
  });

  it('are read as UTF-8', async () => {
    const port = await serve((request, response) => {
      if (request.url !== '/') response.writeHead(200).end();
      else response.writeHead(301, { location: Buffer.from('/über').toString('latin1') }).end();
    });
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({
      url: `http://pages.example:${port}/%C3%BCber`,
    });
  });

  it('end after five', async () => {
    let calls = 0;
    const port = await serve((_, response) => {
      calls += 1;
      response.writeHead(302, { location: `/${calls}` }).end();
    });
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({
      failure: 'redirects',
    });
    expect(calls).toBe(6);
  });

  it.each(['file:///etc/passwd', 'ftp://pages.example/', 'javascript:1', 'http://['])(
    'never lead to %s',
    async (location) => {
      const port = await serve((_, response) => void response.writeHead(302, { location }).end());
      expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({
        failure: 'redirects',
      });
    },
  );
});

/** One machine in all the ways to write it, others of its network, and names that lead there. */
const hostile: readonly string[] = [
  ...['http://127.0.0.1/', 'https://127.0.0.1/', 'http://127.1/', 'http://127.0.1/', 'http://2130706433/'],
  ...[
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0X7F.0.0.1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
  ],
  ...['http://127.0.0.1./', 'http://127。0。0。1/', 'http://①②⑦.⓪.⓪.①/', 'http://%31%32%37.0.0.1/'],
  ...['http://user:secret@127.0.0.1/', 'http://127.0.0.1:22/', 'http://127.255.255.254/', 'http://0/'],
  ...[
    'http://0.0.0.0/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
  ],
  ...['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::ffff:0:127.0.0.1]/'],
  ...['http://[64:ff9b::127.0.0.1]/', 'http://[64:ff9b:1::7f00:1]/', 'http://[2002:7f00:1::]/'],
  ...['http://[2001:0:7f00:1::]/', 'http://[fe80::1]/', 'http://[fec0::1]/', 'http://[fd00:ec2::254]/'],
  ...['http://[ff02::1]/', 'http://[100::1]/', 'http://[2001:db8::1]/', 'http://[4000::1]/'],
  ...[
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::169.254.169.254]/',
  ],
  ...['http://10.0.0.1/', 'http://172.16.0.1/', 'http://172.31.255.255/', 'https://192.168.1.1/'],
  ...[
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://192.0.0.192/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ],
  ...[
    'http://localhost/',
    'http://localhost./',
    'http://metadata.google.internal/',
    'http://127.0.0.1.nip.test/',
  ],
];

describe('with the rules for the whole Internet', () => {
  const emitting = vi.spyOn(Socket.prototype, 'emit');
  const attempts = (): number =>
    emitting.mock.calls.filter(([name]) => String(name) === 'connectionAttempt').length;
  afterEach(() => emitting.mockClear());
  afterAll(() => emitting.mockRestore());

  it.each(hostile)('scoreboard 99: no connection to %s is ever begun', async (address) => {
    const network: Network = {
      isPublic: isPublicAddress,
      lookup: async () => [{ address: '169.254.169.254', family: 4 }],
    };
    expect(await fetchPublic(address, {}, network)).toMatchObject({ failure: 'not-public' });
    expect(attempts()).toBe(0);
  });

  it('one that is begun would be noticed', async () => {
    const port = await serve((_, response) => void response.end());
    await fetchPublic(`http://pages.example:${port}/`, {}, internet);
    expect(attempts()).toBe(1);
  });
});

describe('only public addresses are called', () => {
  it.each([
    ...[
      'http://127.0.0.2/',
      'http://127.2/',
      'http://2130706434/',
      'http://0x7f000002/',
      'http://0177.0.0.2/',
    ],
    ...['http://[::1]/', 'http://[::ffff:127.0.0.2]/', 'http://[::ffff:7f00:2]/', 'http://[fe80::1]/'],
    ...['http://169.254.169.254/latest/meta-data/', 'http://0/', 'http://0.0.0.0/', 'http://10.0.0.1/'],
    ...['https://192.168.1.1/', 'http://user@127.0.0.2/', 'http://①②⑦.⓪.⓪.②/', 'http://127.0.0.2./'],
  ])('%s is an address that is not', async (address) => {
    const network = networkOf(['127.0.0.2']);
    expect(await fetchPublic(address, {}, network)).toMatchObject({ failure: 'not-public' });
  });

  it.each([
    [['127.0.0.2']],
    [['169.254.169.254']],
    [[publicAddress, '127.0.0.2']],
    [['::1', publicAddress]],
    [['fd00:ec2::254']],
  ])('a host at %j is not', async (addresses) => {
    let isCalled = false;
    const port = await serve((_, response) => {
      isCalled = true;
      response.end();
    });
    const network = networkOf(addresses);
    expect(await fetchPublic(`http://metadata.example:${port}/`, {}, network)).toMatchObject({
      failure: 'not-public',
    });
    expect(isCalled).toBe(false);
  });

  it('a redirect is looked at like any other address', async () => {
    const port = await serve(
      (_, response) => void response.writeHead(302, { location: 'http://inner.example/' }).end(),
    );
    const network = networkOf([publicAddress], ['127.0.0.2']);
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, network)).toMatchObject({
      failure: 'not-public',
    });
    const literal = await serve(
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
    );
    expect(await fetchPublic(`http://pages.example:${literal}/`, {}, internet)).toMatchObject({
      failure: 'not-public',
    });
  });

  it('the address that was judged is the one that is called: a name is asked for once', async () => {
    const port = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('x'),
    );
    const network = networkOf([publicAddress], ['127.0.0.2']);
    expect(await fetchPublic(`http://rebind.example:${port}/`, {}, network)).toMatchObject({ status: 200 });
    expect(network.asked).toEqual(['rebind.example']);
  });
});

describe('a call that does not work', () => {
  it('ends in time when the page drips', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.flushHeaders();
    });
    const answer = await fetchPublic(`http://pages.example:${port}/`, { timeout: 100 }, internet);
    expect(answer).toEqual({ failure: 'too-slow', detail: 'no page within 0.1 seconds' });
  });

  it('ends in time when nobody speaks', async () => {
    const silent = createSocketServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, publicAddress, () => resolve()));
    const port = portOf(silent.address());
    expect(await fetchPublic(`http://pages.example:${port}/`, { timeout: 100 }, internet)).toMatchObject({
      failure: 'too-slow',
    });
    silent.close();
  });

  it('ends at Ctrl-C', async () => {
    const port = await serve(() => {});
    const stop = new AbortController();
    const answer = fetchPublic(`http://pages.example:${port}/`, { stop: stop.signal }, internet);
    stop.abort();
    expect(await answer).toMatchObject({ failure: 'stopped' });
  });

  it('says so when nobody takes it', async () => {
    const port = await serve(() => {});
    servers.pop()?.close();
    await expect.poll(() => isOpen(port)).toBe(false);
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({
      failure: 'no-answer',
    });
  });

  it('says so when it breaks off, or is no page', async () => {
    const port = await serve((request) => request.socket.destroy());
    expect(await fetchPublic(`http://pages.example:${port}/`, {}, internet)).toMatchObject({
      failure: 'no-answer',
    });
    expect(await fetchPublic(`https://pages.example:${port}/`, {}, internet)).toMatchObject({
      failure: expect.stringMatching(/untrusted|no-answer/),
    });
  });

  it('says so when the host is not known, or the address is none', async () => {
    const nowhere: Network = {
      ...internet,
      lookup: () =>
        Promise.reject(Object.assign(new Error('queryA ENOTFOUND x.example'), { code: 'ENOTFOUND' })),
    };
    expect(await fetchPublic('http://x.example/', {}, nowhere)).toMatchObject({ failure: 'unknown-host' });
    expect(await fetchPublic('http://x.example/', {}, networkOf([]))).toMatchObject({
      failure: 'unknown-host',
    });
    expect(await fetchPublic('http://', {}, internet)).toMatchObject({ failure: 'unknown-host' });
  });
});

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, publicAddress);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
