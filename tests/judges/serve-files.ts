import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { SiteFiles } from '../../src/site/site-plan.ts';

/** A site on this machine only, which is closed with `await using`. */
export interface ServedSite extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/feed+json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves a site as a plain host for static files does, uncompressed.
 *
 * @param plan makes the files for the address at which they will be
 */
export async function serveFiles(plan: (url: string) => SiteFiles): Promise<ServedSite> {
  let files: SiteFiles = new Map();
  const server = createServer(({ url = '/' }, response) => {
    const path = `${url.slice(1)}${url.endsWith('/') ? 'index.html' : ''}`;
    const content = files.get(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': types[extname(path)] ?? 'text/plain',
    });
    response.end(content ?? 'there is no such file\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  files = plan(url);
  return {
    url,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
