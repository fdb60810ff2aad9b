import type { Context } from 'hono';
import { findSiteFile, type SiteFile } from './find-site-file.ts';
import { sitePolicy } from './security-headers.ts';

/**
 * Answers with a file of the site; undefined when it has none there.
 *
 * @param path below the site’s root, still encoded, with a slash at its start
 */
export async function serveSite(
  context: Context,
  { folder, path, origin }: { readonly folder: string; readonly path: string; readonly origin: string },
): Promise<Response | undefined> {
  const found = await findSiteFile(folder, path);
  if (found === undefined) return undefined;
  // Relative to where it was asked for: the name of the page again, with a slash.
  if (found.kind === 'page') return context.body(null, 308, { Location: `${path.split('/').at(-1)}/` });
  const headers = { ...headersOf(found.file), 'Content-Security-Policy': sitePolicy(origin) };
  if (isKnown(context, found.file)) return context.body(null, 304, headers);
  return send(context, found.file, headers);
}

/** The site’s own page for addresses that are none; undefined when it is not built yet. */
export async function readNotFoundPage(folder: string): Promise<string | undefined> {
  const found = await findSiteFile(folder, '/404.html');
  return found?.kind === 'file' ? await new Response(await found.file.read()).text() : undefined;
}

function headersOf({ etag, type }: SiteFile): Record<string, string> {
  // Whoever has it asks whether it still holds: what is built now is seen now.
  return { ETag: etag, 'Cache-Control': 'no-cache', 'Content-Type': type };
}

/** RFC 9110, 13.1.2: any of several, compared weakly. */
function isKnown(context: Context, { etag }: SiteFile): boolean {
  const asked = context.req.header('if-none-match') ?? '';
  return asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}

async function send(context: Context, file: SiteFile, headers: Record<string, string>): Promise<Response> {
  if (context.req.method === 'HEAD')
    return context.body(null, 200, { ...headers, 'Content-Length': String(file.size) });
  return context.body(await file.read(), 200, headers);
}
