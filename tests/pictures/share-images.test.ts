import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { ShareCard } from '../../src/issue/share-card.ts';
import { drawShareCard } from '../../src/pictures/draw-share-card.ts';
import { fitText } from '../../src/pictures/fit-text.ts';
import { makeShareImage } from '../../src/pictures/make-share-image.ts';
import type { PictureStore } from '../../src/pictures/picture-store.ts';
import { loadLettering } from '../../src/pictures/share-lettering.ts';

const lettering = await loadLettering();
const card: ShareCard = {
  name: 'penny for my thoughts',
  title: 'are interviews really a two-way street?',
  feet: ['issue 1 · November 23, 2026', 'issue 1 · 2026-11-23'],
  colours: { surface: '#ffffff', text: '#1f2328', muted: '#4a525b', accent: '#1652a8' },
};
const keepsNothing: PictureStore = { find: (_, make) => make() };
const room = { width: 1000, height: 300, sizes: [96, 48, 24] };

it('is a picture of 1200 by 630 pixels that tells nothing but what it shows', async () => {
  const { bytes, path, width, height } = await makeShareImage(card, keepsNothing);
  const { exif, xmp, iptc, comments, ...seen } = await sharp(bytes).metadata();
  expect(seen).toMatchObject({ format: 'png', width: 1200, height: 630, hasAlpha: false });
  expect([exif, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined]);
  expect({ path, width, height }).toEqual({
    path: expect.stringMatching(/^images\/[0-9a-f]{16}\.png$/),
    width: 1200,
    height: 630,
  });
});

it('is the same to the byte whenever the card is the same, and another for every other card', async () => {
  const [one, again, other] = await Promise.all(
    [card, { ...card }, { ...card, title: 'another one' }].map((each) => makeShareImage(each, keepsNothing)),
  );
  expect(again).toEqual(one);
  expect(other?.path).not.toBe(one?.path);
  expect(other?.bytes).not.toEqual(one?.bytes);
});

it('is drawn once, and kept', async () => {
  const kept = new Map<string, Uint8Array>();
  let made = 0;
  const store: PictureStore = {
    find: async (name, make) => {
      const bytes = kept.get(name) ?? (await make().finally(() => (made += 1)));
      kept.set(name, bytes);
      return bytes;
    },
  };
  await makeShareImage(card, store);
  await makeShareImage(card, store);
  expect(made).toBe(1);
});

it('needs no font of the machine: it has outlines, and no text', () => {
  const elements = [...drawShareCard(card, lettering).matchAll(/<(\w+)/g)].map(([, name]) => name);
  expect(new Set(elements)).toEqual(new Set(['svg', 'rect', 'g', 'path']));
});

it('has a new address when cards are drawn in another way', async () => {
  // When this changes, let `look` in make-share-image.ts grow: kept pictures would go on being shown.
  const { path } = await makeShareImage(card, keepsNothing);
  const drawing = createHash('sha256').update(drawShareCard(card, lettering)).digest('hex').slice(0, 16);
  expect({ path, drawing }).toMatchInlineSnapshot(`
    {
      "drawing": "6c5bff262a8ec69a",
      "path": "images/1e10ae1ae387d13d.png",
    }
  `);
});

it.each([['採用の話'], ['عن المقابلات'], ['מכתב ראשון'], ['we are hiring 🎉'], ['from here → there']])(
  'shows the name in place of “%s”, which it cannot write, and no empty boxes',
  (title) => {
    const { title: _, ...withoutTitle } = card;
    expect(drawShareCard({ ...card, title }, lettering)).toBe(drawShareCard(withoutTitle, lettering));
  },
);

it('shows the day in figures where it cannot write the words', () => {
  const [words = '', figures = ''] = card.feet;
  const drawn = drawShareCard({ ...card, feet: ['issue 1 · ٢٣ نوفمبر ٢٠٢٦', figures] }, lettering);
  expect(drawn).toBe(drawShareCard({ ...card, feet: [figures] }, lettering));
  expect(drawn).not.toBe(drawShareCard({ ...card, feet: [words] }, lettering));
});

it('is a plain card when nothing can be written', () => {
  const drawn = drawShareCard({ ...card, name: '採用', title: '採用の話', feet: [] }, lettering);
  expect(drawn).not.toContain('<path');
});

it.each([
  ['Łódź, Škoda and naïve façades'],
  ['кто держит карты?'],
  ['ποιος κρατά τα χαρτιά;'],
  ['phỏng vấn tiếng Việt'],
  ['non\u00adbreaking\u00a0spaces and co\u2011founders'],
])('writes “%s”', (text) => {
  expect(fitText(text, room, lettering)?.lines.length).toBeGreaterThan(0);
});

it('writes a title as large as it fits, and smaller only then', () => {
  const sizes = [
    'hello',
    'who holds the cards when everybody is hiring again, and why does nobody say so?',
    'on and on '.repeat(40),
  ];
  expect(sizes.map((text) => fitText(text, room, lettering)?.size)).toEqual([96, 48, 24]);
});

it('leaves no word alone on a line where another division has as many lines', () => {
  const lines = fitText('a title of which the last word falls', { ...room, sizes: [70] }, lettering)?.lines;
  expect(lines?.map((line) => line.length)).toEqual([4, 4]);
});

it('makes type smaller rather than break a word', () => {
  const [long] = [fitText('Bewerbungsgesprächseinladung', room, lettering)];
  expect(long).toMatchObject({ size: 48 });
  expect(long?.lines).toHaveLength(1);
});

it('breaks a word only when it fits no line in the smallest type', () => {
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(2);
  const fitted = fitText(word, room, lettering);
  expect(fitted?.size).toBe(24);
  expect(fitted?.lines.flat().length).toBeGreaterThan(1);
  for (const [piece] of fitted?.lines ?? []) expect(piece?.width).toBeLessThanOrEqual(1000 / 0.024);
});

it('cuts only what fits in no size, and says so with an ellipsis', () => {
  const ellipsis = lettering.setWord('…')?.glyphs[0]?.outline;
  const lastOf = (text: string): string | undefined =>
    fitText(text, room, lettering)?.lines.at(-1)?.at(-1)?.glyphs.at(-1)?.outline;
  expect(lastOf('on and on '.repeat(200))).toBe(ellipsis);
  expect(lastOf('on and on '.repeat(40))).not.toBe(ellipsis);
});
