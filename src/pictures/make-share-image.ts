import { createHash } from 'node:crypto';
import type { Picture } from '../issue/picture.ts';
import type { ShareCard } from '../issue/share-card.ts';
import { drawShareCard, shareSize } from './draw-share-card.ts';
import type { PictureStore } from './picture-store.ts';
import { type Lettering, loadLettering } from './share-lettering.ts';

/** Grows with every change to how cards look, so that none of the old looks is found in the store. */
const look = 1;

/**
 * The picture of a card, 1200 by 630 pixels. Its path is made from the card, and the same card gives the same bytes on
 * every machine.
 */
export async function makeShareImage(card: ShareCard, store: PictureStore): Promise<Picture> {
  const digest = createHash('sha256')
    .update(JSON.stringify([look, card]))
    .digest('hex')
    .slice(0, 16);
  const name = `${digest}.png`;
  return {
    path: `images/${name}`,
    type: 'image/png',
    ...shareSize,
    bytes: await store.find(`share-${name}`, () => draw(card)),
  };
}

let lettering: Promise<Lettering> | undefined;

async function draw(card: ShareCard): Promise<Uint8Array> {
  lettering ??= loadLettering();
  const drawing = drawShareCard(card, await lettering);
  const { default: sharp } = await import('sharp');
  // Flat colours: more effort takes as long as the drawing, for a twentieth of the size.
  return sharp(Buffer.from(drawing)).removeAlpha().png({ compressionLevel: 3 }).toBuffer();
}
