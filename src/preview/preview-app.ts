import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Templates } from '../render/letterhead.ts';
import { framedDocument } from './framed-document.ts';
import type { Letter } from './letter.ts';
import type { LivePages } from './live-pages.ts';
import { lookAt, readLook } from './look.ts';
import type { PreviewIssues } from './preview-issues.ts';
import type { PreviewSource } from './preview-source.ts';
import { readReader } from './reader.ts';
import { type PreviewEnvironment, refuseForeignHosts, refuseOtherPages } from './refuse-foreign.ts';
import { pagePolicy, policyOfRendering } from './security-headers.ts';
import { showPictures } from './show-pictures.ts';
import { streamEvents } from './stream-events.ts';
import type { Wait } from './wait.ts';

export interface PreviewParts {
  readonly issues: PreviewIssues;
  readonly pages: LivePages;
  readonly findSubscribers: PreviewSource['findSubscribers'];
  /** The preview's own files are those under `preview/`. */
  readonly assets: Templates;
  readonly wait: Wait;
}

/** The addresses of the preview. All of them only show: there is none that sends or changes anything. */
export function createPreviewApp(parts: PreviewParts): Hono<PreviewEnvironment> {
  const { issues, pages, findSubscribers, assets, wait } = parts;
  const app = new Hono<PreviewEnvironment>();
  const letterOf = (context: Context): Promise<Letter | undefined> =>
    issues.letter(context.req.param('slug') ?? '', readReader(context.req.query('for')));
  app.use(pagePolicy, refuseForeignHosts, refuseChanges, forbidCaching);

  // A link on any page may lead to these two; no other page can read or frame them.
  app.get('/', (context) => sendAsset(context, assets, 'index.html'));
  app.get('/issues/:slug', async (context) => {
    const { kind } = await issues.update(context.req.param('slug'), { kind: 'sample' });
    context.status(kind === 'missing' ? 404 : 200);
    return sendAsset(context, assets, 'page.html');
  });

  app.use(refuseOtherPages);
  for (const form of ['email', 'web'] as const) {
    app.get(`/issues/:slug/${form}`, async (context) => {
      const document =
        form === 'email' ? (await letterOf(context))?.html : await issues.web(context.req.param('slug'));
      if (document === undefined) return context.notFound();
      const look = readLook(form, context.req.query());
      context.header('Content-Security-Policy', policyOfRendering(look));
      const pictures = await issues.pictures(context.req.param('slug'));
      return context.html(framedDocument(showPictures(lookAt(document, look), pictures)));
    });
  }
  app.get('/issues/:slug/html', async (context) => {
    const letter = await letterOf(context);
    return letter === undefined ? context.notFound() : context.text(letter.html);
  });
  app.get('/issues/:slug/eml', async (context) => {
    const letter = await letterOf(context);
    return letter === undefined ? context.notFound() : sendMessage(context, await letter.message());
  });
  app.get('/subscribers', async (context) =>
    context.json(await findSubscribers(context.req.query('find') ?? '')),
  );
  app.get('/events', (context) => streamEvents(context, pages, wait));
  app.get('/assets/:name', (context) => sendAsset(context, assets, context.req.param('name')));
  app.notFound((context) => context.text('there is nothing at this address; the issues are at /\n', 404));
  app.onError((_, context) => context.text('this could not be shown; the page of the issue says why\n', 500));
  return app;
}

const refuseChanges: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET') return next();
  return context.text('a preview only shows\n', 405, { Allow: 'GET' });
};

/** What is shown is always what stands in the files now. */
const forbidCaching: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-store');
};

/** A file to keep. What its name may not hold in a header is spelt out (RFC 8187). */
function sendMessage(context: Context, message: Uint8Array): Response {
  return context.body(new Uint8Array(message), {
    headers: {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="issue.eml"; filename*=UTF-8''${spellOut(context.req.param('slug') ?? '')}.eml`,
    },
  });
}

function spellOut(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** From the texts that were handed over: no address reaches the disk. */
function sendAsset(context: Context, assets: Templates, name: string): Response | Promise<Response> {
  const text = assets.get(`preview/${name}`);
  const type = types[name.split('.').at(-1) ?? ''];
  if (text === undefined || type === undefined) return context.notFound();
  return context.body(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
