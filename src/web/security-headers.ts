import type { MiddlewareHandler } from 'hono';

/** What holds for every answer: nothing is guessed about it, nobody frames it, and no script of any page can run. */
export function securityHeaders(origin: string): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Cross-Origin-Resource-Policy', isPicture(headers) ? 'cross-origin' : 'same-origin');
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', sitePolicy(origin));
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  };
}

/** For whatever is about one person, whose token stands in its address: nobody keeps it, finds it or is told of it. */
export const privately: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('Cache-Control', 'no-store');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('X-Robots-Tag', 'noindex, nofollow');
};

/**
 * Pages hold their style and show pictures; their forms lead to where the newsletter says that it lives.
 *
 * @param origin of the newsletter’s address
 */
export function sitePolicy(origin: string): string {
  return [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' https: data:",
    "font-src 'self'",
    "media-src 'self' https:",
    "base-uri 'none'",
    `form-action 'self' ${origin}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Mail programs on the web fetch the pictures of an issue from elsewhere. */
function isPicture(headers: Headers): boolean {
  return headers.get('Content-Type')?.startsWith('image/') === true;
}
