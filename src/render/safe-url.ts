import { domainToASCII } from 'node:url';

const linkProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const imageProtocols: ReadonlySet<string> = new Set(['https:', 'http:']);

/** The address for an `href`, or `undefined` for one that no reader should follow: `javascript:`, `data:`, `//host`. */
export function safeLinkUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && linkProtocols.has(parsed.protocol) ? toAscii(url) : undefined;
}

/**
 * The address for an image's `src`, or `undefined` for one that may not be loaded. A relative address stays as it
 * is, or becomes absolute when `pageUrl` says which page it is written on.
 */
export function safeImageUrl(url: string, pageUrl?: string): string | undefined {
  const absolute = URL.parse(url);
  if (absolute !== null) return imageProtocols.has(absolute.protocol) ? toAscii(url) : undefined;
  const page = new URL(pageUrl ?? anyPage);
  const resolved = URL.parse(url, page.href);
  if (resolved?.origin !== page.origin) return undefined;
  return pageUrl === undefined ? toAscii(url) : resolved.href;
}

/** Tells `photo.png` from `//host/photo.png`, which leaves the page's origin. */
const anyPage = 'https://page.invalid/';

/**
 * Percent-encodes what may not stand in an address, writes the host in A-labels (RFC 5891), and leaves every other
 * character as the author wrote it.
 */
function toAscii(url: string): string {
  const [, start = '', host = ''] = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#:]*)/i.exec(url) ?? [];
  const written = /^[\x21-\x7e]*$/.test(host) ? host : domainToASCII(host);
  return (start + written + url.slice(start.length + host.length))
    .toWellFormed()
    .replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
}
