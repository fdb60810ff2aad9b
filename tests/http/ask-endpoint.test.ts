import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { askEndpoint } from '../../src/http/ask-endpoint.ts';
import { makeCertificate } from '../smtp/make-certificate.ts';
import { createDeskBench } from '../web/desk-bench.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return port;
}

/** Stands in for the Internet: every host is this machine. */
const network = { lookup: async () => [{ address: '127.0.0.1', family: 4 }], isPublic: () => true };

describe('the site', () => {
  it('answers, whatever it says, and tells the time', async () => {
    const asked: string[] = [];
    const date = 'Mon, 23 Nov 2026 09:00:00 GMT';
    const port = await listen(
      createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.writeHead(302, { date, location: 'https://elsewhere.example/' }).end();
      }),
    );
    const answer = await askEndpoint(`http://penny.example:${port}/unsubscribe/doctor`, {}, network);
    expect(answer).toEqual({
      status: 302,
      isOurs: false,
      clock: { theirs: Date.UTC(2026, 10, 23, 9), ours: expect.any(Number) },
    });
    expect(asked).toEqual(['GET /unsubscribe/doctor']);
  });

  it('may tell no time', async () => {
    const port = await listen(
      createServer((_, response) => {
        response.sendDate = false;
        response.end();
      }),
    );
    expect(await askEndpoint(`http://penny.example:${port}/`, {}, network)).toEqual({
      status: 200,
      isOurs: false,
    });
  });

  it('is ours where it answers as penny serve does', async () => {
    const { status, headers } = await createDeskBench().ask('/unsubscribe/doctor');
    const serve = createServer((_, response) =>
      response.writeHead(status, Object.fromEntries(headers)).end(),
    );
    const port = await listen(serve);
    const address = `http://penny.example:${port}/unsubscribe/doctor`;
    expect(await askEndpoint(address, {}, network)).toMatchObject({ status: 404, isOurs: true });
  });

  it('has a certificate that nobody trusts', async () => {
    const port = await listen(createTlsServer(makeCertificate(Date.now() - 2000, Date.now() + 100_000)));
    expect(await askEndpoint(`https://localhost:${port}/`, {}, network)).toMatchObject({
      failure: 'untrusted',
    });
  });

  it('is not waited for', async () => {
    const port = await listen(createServer(() => {}));
    expect(await askEndpoint(`http://penny.example:${port}/`, { timeout: 50 }, network)).toMatchObject({
      failure: 'too-slow',
    });
  });

  it('is not called where only this machine can get', async () => {
    for (const address of ['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/'])
      expect(await askEndpoint(address), address).toMatchObject({ failure: 'not-public' });
  });
});
