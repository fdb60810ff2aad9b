import type { Picture } from '../issue/picture.ts';
import { digestOf, makePicture } from './make-picture.ts';
import { inspectPicture, openPicture, type PictureShape } from './picture-shape.ts';
import type { PictureStore } from './picture-store.ts';
import { readPictureFile } from './read-picture-file.ts';

/** The files of a logo, relative to the workspace. */
export interface LogoFiles {
  readonly src: string;
  /** For dark screens. */
  readonly dark?: string | undefined;
  /** As it is shown, in pixels of CSS. */
  readonly width: number;
}

export interface LogoMaking {
  /** Of the workspace, absolute. */
  readonly folder: string;
  /** As `#rrggbb`: what it stands on where nobody knows what is behind it. */
  readonly ground: string;
  readonly store: PictureStore;
}

export interface LogoPictures {
  readonly light: Picture;
  readonly dark: Picture;
  readonly grounded: Picture;
}

/** Around a logo on its ground, in pixels of CSS. */
const padding = 6;

/** A logo as it is published; nothing where it cannot be shown: `check` has an error for it. */
export async function readLogo(files: LogoFiles, making: LogoMaking): Promise<LogoPictures | undefined> {
  const found = await readOne(files.src, making.folder);
  if (found === undefined) return undefined;
  const { bytes, shape } = found;
  const { store } = making;
  const light = await makePicture(bytes, { shape, columnWidth: files.width, store, use: 'logo' });
  const grounded = shape.hasAlpha ? await ground(bytes, light, making) : light;
  const other = files.dark === undefined ? undefined : await readOne(files.dark, making.folder);
  if (other === undefined) return { light, dark: grounded, grounded };
  const forDark = { shape: other.shape, columnWidth: files.width, store, use: 'logo' } as const;
  return { light, dark: await makePicture(other.bytes, forDark), grounded };
}

async function readOne(
  path: string,
  folder: string,
): Promise<{ readonly bytes: Uint8Array; readonly shape: PictureShape } | undefined> {
  const found = readPictureFile(folder, path);
  if (found.kind !== 'file') return undefined;
  const shape = await inspectPicture(found.bytes);
  return shape === undefined ? undefined : { bytes: found.bytes, shape };
}

/**
 * The same, as large, on a ground that is part of the picture: programs that turn colours dark leave it alone. One that
 * is too narrow for a margin stays as it is.
 */
async function ground(bytes: Uint8Array, light: Picture, { ground, store }: LogoMaking): Promise<Picture> {
  const width = light.width - 2 * padding;
  if (width < padding) return light;
  const height = Math.max(1, Math.round((width * light.height) / light.width));
  const name = `${digestOf(bytes, 'logo on its ground')}.png`;
  return {
    path: `images/${name}`,
    type: 'image/png',
    width: light.width,
    height: height + 2 * padding,
    bytes: await store.find(`${light.width}-${ground.slice(1)}-${name}`, async () => {
      const picture = await openPicture(bytes, 'first');
      const around = 2 * padding;
      return picture
        .autoOrient()
        .resize({ width: 2 * width, height: 2 * height, fit: 'fill' })
        .flatten({ background: ground })
        .extend({ top: around, bottom: around, left: around, right: around, background: ground })
        .png()
        .toBuffer();
    }),
  };
}
