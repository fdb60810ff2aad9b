import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PictureStore } from '../../src/pictures/picture-store.ts';
import { type LogoFiles, readLogo } from '../../src/pictures/read-logo.ts';

const store: PictureStore = { find: (_, make) => make() };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-logo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(files: Partial<LogoFiles> = {}, ground = '#ffeecc') {
  return readLogo({ src: 'logo.png', width: 120, ...files }, { folder, ground, store });
}

/** A picture of 800 by 200 pixels, all in one colour of this opacity. */
async function save(name: string, alpha: number): Promise<void> {
  const background = { r: 22, g: 82, b: 168, alpha };
  const picture = sharp({ create: { width: 800, height: 200, channels: alpha === 1 ? 3 : 4, background } });
  await picture.toFile(join(folder, name));
}

it('is as wide as newsletter.yaml says, and twice as sharp', async () => {
  await save('logo.png', 1);
  const logo = await read();
  expect(logo?.light).toMatchObject({ width: 120, height: 30, type: 'image/png' });
  expect(await sharp(logo?.light.bytes).metadata()).toMatchObject({ width: 240, height: 60 });
});

it('is one picture for everything when nothing of it is see-through', async () => {
  await save('logo.png', 1);
  const logo = await read();
  expect([logo?.dark, logo?.grounded]).toEqual([logo?.light, logo?.light]);
});

it('has a ground that is part of the picture where it is see-through, in mails and on dark pages', async () => {
  await save('logo.png', 0);
  const logo = await read();
  expect(logo?.dark).toBe(logo?.grounded);
  expect(logo?.grounded).toMatchObject({ width: 120, height: 39, type: 'image/png' });
  expect(logo?.grounded.path).not.toBe(logo?.light.path);
  const seen = sharp(logo?.grounded.bytes);
  expect(await seen.metadata()).toMatchObject({ width: 240, height: 78, hasAlpha: false });
  expect([...(await seen.raw().toBuffer()).subarray(0, 3)]).toEqual([0xff, 0xee, 0xcc]);
});

it('is another picture on dark pages, when there is one', async () => {
  await save('logo.png', 0);
  await save('dark.png', 0.5);
  const logo = await read({ dark: 'dark.png' });
  expect(new Set([logo?.light.path, logo?.dark.path, logo?.grounded.path]).size).toBe(3);
});

it('keeps its address when its width and the colours of the theme change: mails that were sent show it', async () => {
  await save('logo.png', 0);
  const [before, after] = [await read(), await read({ width: 200 }, '#000000')];
  expect(after?.grounded.path).toBe(before?.grounded.path);
  expect(after?.grounded.bytes).not.toEqual(before?.grounded.bytes);
});

it('is left out when it is not there, is no picture, or lies elsewhere', async () => {
  await save('logo.png', 1);
  writeFileSync(join(folder, 'words.png'), 'words');
  mkdirSync(join(folder, '.hidden'));
  await save('.hidden/logo.png', 1);
  symlinkSync(join(folder, 'logo.png'), join(folder, 'link.png'));
  for (const src of ['gone.png', 'words.png', '../logo.png', '.hidden/logo.png', 'link.png'])
    expect(await read({ src }), src).toBeUndefined();
});

it('stays as it is where there is no room for a ground around it', async () => {
  const background = { r: 22, g: 82, b: 168, alpha: 0.5 };
  const tiny = sharp({ create: { width: 10, height: 10, channels: 4, background } });
  await tiny.toFile(join(folder, 'logo.png'));
  const logo = await read();
  expect(logo?.grounded).toBe(logo?.light);
});

it('stands on its ground as the first picture of an animation', async () => {
  const [width, height] = [100, 50];
  const frames = Buffer.alloc(width * height * 2 * 4, 0x40);
  const moving = sharp(frames, { raw: { width, height: height * 2, channels: 4, pageHeight: height } });
  await moving.gif({ delay: [100, 100] }).toFile(join(folder, 'logo.gif'));
  const logo = await read({ src: 'logo.gif' });
  const { width: shown = 0, height: high = 0 } = await sharp(logo?.grounded.bytes).metadata();
  expect([shown, high]).toEqual([2 * (logo?.grounded.width ?? 0), 2 * (logo?.grounded.height ?? 0)]);
});
