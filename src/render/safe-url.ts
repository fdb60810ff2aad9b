import { domainToASCII } from 'node:url';

const linkProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const imageProtocols: ReadonlySet<string> = new Set(['https:', 'http:']);

/** The address for an `href`, or `undefined` for one that no reader should follow: `javascript:`, `data:`, `//host`. */
export function safeLinkUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && linkProtocols.has(parsed.protocol) ? toAscii(url) : undefined;
}

/** The address for an image's `src`, or `undefined` for one that is not to be loaded from the web. */
export function safeImageUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && imageProtocols.has(parsed.protocol) ? toAscii(url) : undefined;
}

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
