import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { limitConnections } from './limit-connections.ts';
import type { WebEnvironment } from './source-of.ts';
import { WebServerError } from './web-server-error.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes nobody new, lets those who are being answered finish, and frees the port. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly times?: ServerTimes;
}

/** In milliseconds. */
export interface ServerTimes {
  /** For the head of a request, from its first byte. */
  readonly head: number;
  /** For all of a request. */
  readonly request: number;
  /** For an answer that is being made, or that nobody takes. */
  readonly answer: number;
  /** For those who are being answered, when the server stops. */
  readonly farewell: number;
}

const usualTimes: ServerTimes = { head: 10_000, request: 20_000, answer: 60_000, farewell: 10_000 };

const noTunnel = 'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n';

/** Connections at the same time. */
const mostConnections = 256;

/**
 * Serves the endpoints: clients that are slow on purpose are let go, and whoever comes when all places are taken gets
 * that of somebody who only waits.
 *
 * @throws WebServerError when the port cannot be had.
 */
export async function startWebServer(
  app: Hono<WebEnvironment>,
  { host, port, times = usualTimes }: ListenOptions,
): Promise<RunningServer> {
  const server = createServer(
    {
      headersTimeout: times.head,
      requestTimeout: times.request,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(1_000, times.head),
    },
    // HTTP/1.0 does without the name of a host, and so do programs that ask whether we are well.
    getRequestListener(app.fetch, { overrideGlobalObjects: false, hostname: 'localhost' }),
  );
  // Without a listener it is hung up on, with no answer. RFC 9110, 9.3.6: this is for proxies.
  server.on('connect', (_, socket) => socket.end(noTunnel));
  server.setTimeout(times.answer);
  limitConnections(server, mostConnections);
  const heard = await listen(server, host, port);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${heard}`,
    close: () => closeServer(server, times.farewell),
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(describeRefusal(error, host, port))).listen(port, host, resolve);
  await promise;
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function closeServer(server: Server, farewell: number): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), farewell);
    // Whoever has been answered would keep the connection for the next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(patience);
      clearInterval(sweep);
      resolve();
    });
  });
}

function describeRefusal(cause: Error, host: string, port: number): WebServerError {
  const code = 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    const hint = 'stop that one, or name another port, such as --port 8081';
    return new WebServerError(`something else uses port ${port}, perhaps another penny serve`, {
      hint,
      cause,
    });
  }
  if (code === 'EACCES') {
    const hint = 'name one from 1024 on, and let a web server with a certificate stand before it';
    return new WebServerError(`you may not use port ${port}`, { hint, cause });
  }
  const hint = 'name an address of this machine: 127.0.0.1 behind a web server, 0.0.0.0 for all of them';
  return new WebServerError(`${host} cannot be listened at: ${cause.message}`, { hint, cause });
}
