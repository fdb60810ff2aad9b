import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Look } from './look.ts';

/**
 * For all that has no policy of its own. The preview's pages use their own files, and no text of an issue ever
 * becomes markup in them.
 */
export const pagePolicy: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    imgSrc: ['data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  strictTransportSecurity: false,
  overwrite: false,
});

/**
 * For a rendering in its frame: it may look as it likes and open links in new tabs, and nothing else. It keeps its
 * origin so that the page around it can restore how far it was scrolled; without scripts it has no use for it.
 */
export function policyOfRendering({ pictures }: Pick<Look, 'pictures'>): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src ${pictures ? 'https: data:' : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
}
