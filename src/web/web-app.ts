import { type Context, Hono } from 'hono';
import { logAccess } from './access-log.ts';
import { createAnswers } from './answer.ts';
import type { AudienceDesk } from './audience-desk.ts';
import { addConfirmation } from './confirm-routes.ts';
import { addLeaving } from './leave-routes.ts';
import { privately, securityHeaders } from './security-headers.ts';
import { readNotFoundPage, serveSite } from './serve-site.ts';
import type { WebEnvironment } from './source-of.ts';
import { addSubscribing } from './subscribe-route.ts';
import type { WebParts } from './web-parts.ts';

/** The public endpoints. What asks only shows, what posts may change something, and no answer sets a cookie. */
export function createWebApp(parts: WebParts): Hono<WebEnvironment> {
  const { desk, folder, pages } = parts;
  const { origin, pathname } = new URL(parts.url);
  const below = pathname.replace(/\/$/, '');
  const answers = createAnswers(pages);
  const endpoints = { ...parts, answers };
  const root = new Hono<WebEnvironment>();
  root.use(logAccess(parts.log, parts.now), securityHeaders(origin));

  // A proxy may or may not take away the path that the newsletter lies below. Routes are compared decoded.
  for (const base of new Set(['', decoded(below)])) {
    root.use(`${base}/confirm/*`, privately).use(`${base}/unsubscribe/*`, privately);
    root.get(`${base}/healthz`, (context) => tellHealth(context, desk));
    addSubscribing(root, base, endpoints);
    addConfirmation(root, base, endpoints);
    addLeaving(root, base, endpoints);
  }
  root.get('*', async (context) => {
    const { pathname: asked } = new URL(context.req.url);
    if (asked === below) return context.body(null, 308, { Location: `${below.split('/').at(-1)}/` });
    const path = asked.startsWith(`${below}/`) ? asked.slice(below.length) : asked;
    const served = await serveSite(context, { folder, path, origin });
    return served ?? (await tellMissing(context, parts));
  });
  root.all('*', (context) => answers.refuse(context, 'notAllowed', { Allow: 'GET, HEAD' }));
  root.onError((error, context) => {
    parts.onError(error);
    return answers.refuse(context, parts.isBusy(error) ? 'busy' : 'broken');
  });
  return root;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function tellHealth(context: Context, desk: AudienceDesk): Response {
  context.header('Cache-Control', 'no-store');
  try {
    desk.probe();
    return context.json({ ok: true });
  } catch {
    return context.json({ ok: false }, 503);
  }
}

/** The site's own page for what is not there; until it is built, ours. */
async function tellMissing(context: Context, { folder, pages }: WebParts): Promise<Response> {
  const page = await readNotFoundPage(folder);
  return context.html(page ?? pages.refused('notFound'), 404);
}
