import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { extname } from 'node:path/posix';
import { Readable } from 'node:stream';

/** A file of the built site, or where a page’s address goes on with a slash. */
export type SiteFind =
  | { readonly kind: 'file'; readonly file: SiteFile }
  | { readonly kind: 'page'; readonly path: string };

export interface SiteFile {
  readonly type: string;
  /** A strong validator (RFC 9110, 8.8.3), in quotes. */
  readonly etag: string;
  readonly size: number;
  /** All of it, or of a large one a stream: as many are read at once as there are connections. */
  read(): Promise<Uint8Array<ArrayBuffer> | ReadableStream>;
}

/**
 * Finds what a site has at an address. Nothing outside the folder is ever found: no step up, no hidden name, and no
 * link, wherever it leads.
 *
 * @param folder of the site, absolute
 * @param path as it was asked for, still encoded: `/issues/one/`
 */
export async function findSiteFile(folder: string, path: string): Promise<SiteFind | undefined> {
  const names = readPath(path);
  if (names === undefined) return undefined;
  const isPage = names.at(-1) === '';
  const relative = [...names.slice(0, isPage ? -1 : undefined), ...(isPage ? ['index.html'] : [])];
  try {
    const root = await realpath(folder);
    const place = join(root, ...relative);
    // A link anywhere on the way would lead to another place.
    if ((await realpath(place)) !== place || !place.startsWith(`${root}${sep}`)) return undefined;
    const stats = await lstat(place);
    if (stats.isDirectory()) return { kind: 'page', path: `${path}/` };
    if (!stats.isFile()) return undefined;
    const { size, mtimeMs } = stats;
    return {
      kind: 'file',
      file: {
        type: typeOf(relative.at(-1) ?? ''),
        etag: `"${size.toString(36)}-${Math.floor(mtimeMs * 1000).toString(36)}"`,
        size,
        read: () => (size > largest ? streamFile(place) : readWhole(place)),
      },
    };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The names of a path, the last one empty for a page; nothing for a path that no site has. */
function readPath(path: string): readonly string[] | undefined {
  try {
    const names = path.slice(1).split('/').map(decodeURIComponent);
    const last = names.length - 1;
    const isFine = names.every(
      (name, index) => (name === '' ? index === last : !name.startsWith('.')) && !/[\\/:\p{Cc}]/u.test(name),
    );
    return isFine ? names : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes that are read at once: pages and most pictures. */
const largest = 262_144;

const openFile = (place: string): Promise<FileHandle> =>
  open(place, constants.O_RDONLY | constants.O_NOFOLLOW);

async function readWhole(place: string): Promise<Uint8Array<ArrayBuffer>> {
  await using file = await openFile(place);
  return new Uint8Array(await file.readFile());
}

/** Closes the file when it was read to its end, or nobody wants the rest. */
async function streamFile(place: string): Promise<ReadableStream> {
  const file = await openFile(place);
  return Readable.toWeb(file.createReadStream());
}

const absences = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES']);

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absences.has(String(error.code));
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
};

/** Feeds have types of their own, by which readers know them. */
const feedTypes: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

function typeOf(name: string): string {
  const type = feedTypes[name] ?? types[extname(name).slice(1).toLowerCase()];
  return type ?? 'application/octet-stream';
}
