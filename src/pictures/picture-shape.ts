import type { Sharp } from 'sharp';

/** What a picture is before anything is made of it. */
export interface PictureShape {
  readonly format: PictureFormat;
  /** Of the picture held upright, in its own pixels. */
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff';

/** More than any camera makes: a small file can unpack into gigabytes. */
const mostPixels = 100_000_000;
/** Of one side: a stripe of one pixel by millions is small, and takes minutes. */
const mostOfSide = 20_000;

/**
 * Opens a picture of a known format; no other one gets to the decoders, since some of them (SVG, PDF) follow addresses
 * or run for ever.
 *
 * @param show of an animation, the pictures below each other or the first one
 */
export async function openPicture(bytes: Uint8Array, show: 'all' | 'first' = 'all'): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, {
    animated: show === 'all' && formatOf(bytes) === 'gif',
    limitInputPixels: mostPixels,
  });
}

/** Looks at a picture, all of it: one that ends too early is none. Nothing for what cannot be shown. */
export async function inspectPicture(bytes: Uint8Array): Promise<PictureShape | undefined> {
  const format = formatOf(bytes);
  if (format === undefined) return undefined;
  try {
    const picture = await openPicture(bytes);
    const { autoOrient, pageHeight = autoOrient.height, hasAlpha } = await picture.metadata();
    if (autoOrient.width > mostOfSide || pageHeight > mostOfSide) return undefined;
    await picture.clone().resize(16).raw().toBuffer();
    // The pictures of an animation stand below each other.
    return { format, width: autoOrient.width, height: pageHeight, hasAlpha };
  } catch {
    return undefined;
  }
}

/** How files start; `?` is any byte. */
const signatures: readonly (readonly [format: PictureFormat, start: string])[] = [
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['gif', 'GIF8?a'],
  ['webp', 'RIFF????WEBP'],
  ['avif', '????ftypavif'],
  ['avif', '????ftypavis'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
];

/** By its first bytes, whatever its name says. */
function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  const found = signatures.find(([, start]) =>
    [...start].every((sign, index) => sign === '?' || sign.charCodeAt(0) === bytes[index]),
  );
  return found?.[0];
}
