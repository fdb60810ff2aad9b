import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import type { Picture } from '../issue/picture.ts';
import { openPicture, type PictureShape } from './picture-shape.ts';
import type { PictureStore } from './picture-store.ts';

export interface PictureMaking {
  readonly shape: PictureShape;
  /** How wide a picture can be shown, in pixels of CSS. */
  readonly columnWidth: number;
  readonly store: PictureStore;
  /** What it is shown as: the same file may be one thing and another, in sizes of their own. Default: an issue's. */
  readonly use?: 'logo';
}

/** Grows with every change to how pictures are made, so that none of the old ones is found in the store. */
const encoder = 1;

/** Screens show up to two pixels for one of CSS, and nobody sees more. */
const density = 2;

/**
 * A picture as it is published: upright, without any metadata, in the colours of sRGB, in a format that every mail
 * program shows. Its path is made from the bytes of the author's file, so that mails that were sent find it again
 * as long as that file is there, whatever is made of it.
 */
export async function makePicture(
  bytes: Uint8Array,
  { shape, columnWidth, store, use }: PictureMaking,
): Promise<Picture> {
  const width = Math.min(shape.width, columnWidth);
  const type = typeFor(shape);
  const name = `${digestOf(bytes, use)}.${extensions[type]}`;
  return {
    path: `images/${name}`,
    type,
    width,
    height: Math.max(1, Math.round((width * shape.height) / shape.width)),
    bytes: await store.find(`${encoder}-${columnWidth}-${name}`, () =>
      encode(bytes, { shape, type, columnWidth }),
    ),
  };
}

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' } as const;

/** Outlook shows no WebP and no AVIF. */
function typeFor({ format, hasAlpha }: PictureShape): Picture['type'] {
  if (format === 'gif' || format === 'png' || format === 'jpeg') return `image/${format}`;
  return hasAlpha ? 'image/png' : 'image/jpeg';
}

interface Encoding {
  readonly shape: PictureShape;
  readonly type: Picture['type'];
  readonly columnWidth: number;
}

async function encode(bytes: Uint8Array, { shape, type, columnWidth }: Encoding): Promise<Uint8Array> {
  const picture = await openPicture(bytes);
  const upright = picture.autoOrient().resize({ width: Math.min(shape.width, density * columnWidth) });
  return as(type, upright).toBuffer();
}

function as(type: Picture['type'], picture: Sharp): Sharp {
  switch (type) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 82, mozjpeg: true });
    case 'image/png':
      return picture.png({ compressionLevel: 9 });
    case 'image/gif':
      return picture.gif();
  }
}

/** The start of a path: the same file has another one for each of its uses. */
export function digestOf(bytes: Uint8Array, use = ''): string {
  return createHash('sha256').update(bytes).update(use).digest('hex').slice(0, 16);
}
