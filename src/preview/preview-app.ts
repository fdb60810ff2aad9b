import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Templates } from '../render/letterhead.ts';
import { forceScheme } from './force-scheme.ts';
import { framedDocument } from './framed-document.ts';
import type { LivePages } from './live-pages.ts';
import type { PreviewIssues } from './preview-issues.ts';
import { pagePolicy, renderingPolicy } from './security-headers.ts';
import { streamEvents } from './stream-events.ts';
import type { Wait } from './wait.ts';

export interface PreviewParts {
  readonly issues: PreviewIssues;
  readonly pages: LivePages;
  /** The preview's own files are those under `preview/`. */
  readonly assets: Templates;
  readonly wait: Wait;
}

interface Environment {
  Bindings: HttpBindings;
}

/** The addresses of the preview. All of them only show: there is none that sends or changes anything. */
export function createPreviewApp({ issues, pages, assets, wait }: PreviewParts): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use(pagePolicy, refuseForeignHosts, refuseChanges, forbidCaching);

  app.get('/', (context) => sendAsset(context, assets, 'index.html'));

  app.get('/issues/:slug', async (context) => {
    const { kind } = await issues.update(context.req.param('slug'));
    context.status(kind === 'missing' ? 404 : 200);
    return sendAsset(context, assets, 'page.html');
  });

  app.get('/issues/:slug/:form{email|web}', renderingPolicy, async (context) => {
    const { slug, form } = context.req.param();
    if (issues.lastGood(slug) === undefined) await issues.update(slug);
    const rendered = issues.lastGood(slug);
    if (rendered === undefined) return context.notFound();
    const scheme = context.req.query('scheme') === 'dark' ? 'dark' : 'light';
    const document = form === 'email' ? rendered.html : rendered.web;
    return context.html(framedDocument(forceScheme(document, scheme)));
  });

  app.get('/events', (context) => streamEvents(context, pages, wait));
  app.get('/assets/:name', (context) => sendAsset(context, assets, context.req.param('name')));
  app.notFound((context) => context.text('there is nothing at this address; the issues are at /\n', 404));
  return app;
}

/**
 * Only a browser that was asked for this machine by name may read on: a page elsewhere whose name was made to lead
 * here (DNS rebinding) still says its own name. RFC 9110, 7.4 and 15.5.20.
 */
const refuseForeignHosts: MiddlewareHandler<Environment> = async (context, next) => {
  const { localPort } = context.env.incoming.socket;
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map(
    (name) => new URL(`http://${name}:${localPort}`).host,
  );
  if (hosts.includes(new URL(context.req.url).host)) return next();
  return context.text(`this preview answers at ${hosts[0]} only\n`, 421);
};

const refuseChanges: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET') return next();
  return context.text('a preview only shows\n', 405, { Allow: 'GET' });
};

/** What is shown is always what stands in the files now. */
const forbidCaching: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-store');
};

const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** From the texts that were handed over: no address reaches the disk. */
function sendAsset(context: Context, assets: Templates, name: string): Response | Promise<Response> {
  const text = assets.get(`preview/${name}`);
  const type = types[name.split('.').at(-1) ?? ''];
  if (text === undefined || type === undefined) return context.notFound();
  return context.body(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
