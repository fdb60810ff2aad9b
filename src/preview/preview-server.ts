import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Templates } from '../render/letterhead.ts';
import { LivePages } from './live-pages.ts';
import { createPreviewApp } from './preview-app.ts';
import { PreviewError } from './preview-error.ts';
import { PreviewIssues } from './preview-issues.ts';
import type { PreviewSource } from './preview-source.ts';
import { wait as systemWait, type Wait } from './wait.ts';
import { watchFiles } from './watch-files.ts';

export interface PreviewOptions {
  readonly source: PreviewSource;
  /** Folders and files whose change may change a rendering; absolute. */
  readonly watched: readonly string[];
  /** 0 takes any that is free. */
  readonly port: number;
  /** The templates: the preview's own files are those under `preview/`. */
  readonly assets: Templates;
  /** The slug of the issue to open. */
  readonly issue?: string;
  /** The system's clock unless told. */
  readonly wait?: Wait;
}

export interface RunningPreview {
  /** What to open in a browser. */
  readonly url: string;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the live preview to this machine, and to nobody else.
 *
 * @throws PreviewError when the port cannot be had.
 */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  const { source, watched, assets, issue, wait = systemWait } = options;
  const issues = new PreviewIssues(source);
  const pages = new LivePages(issues, wait);
  const app = createPreviewApp({
    issues,
    pages,
    findSubscribers: (words) => source.findSubscribers(words),
    assets,
    wait,
  });
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const port = await listen(server, options.port);
  const stopWatching = watchFiles({ paths: watched, onChange: () => void pages.refresh(), wait });

  return {
    url: `http://127.0.0.1:${port}/${issue === undefined ? '' : `issues/${encodeURIComponent(issue)}`}`,
    close: () => {
      stopWatching();
      pages.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(describeRefusal(error, port))).listen(port, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function describeRefusal(error: Error, port: number): PreviewError {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new PreviewError(`something else uses port ${port}, perhaps another preview`, {
      hint: 'close that one, or name another port, such as --port 4322',
      cause: error,
    });
  }
  if (code === 'EACCES') {
    return new PreviewError(`you may not use port ${port}`, {
      hint: 'name one from 1024 on, such as --port 4321',
      cause: error,
    });
  }
  return new PreviewError(`port ${port} cannot be used: ${error.message}`, {
    hint: 'name another port, such as --port 4322',
    cause: error,
  });
}
