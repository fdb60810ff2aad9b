import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/check/images/read-metadata.ts';
import type { Picture } from '../../src/issue/picture.ts';
import { keepPicturesIn } from '../../src/pictures/picture-store.ts';
import { readPictures } from '../../src/pictures/read-pictures.ts';
import { essay, issueWith } from '../render/samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pennypost-pictures-'));
  mkdirSync(join(folder, 'issues'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(name: string): Promise<Picture> {
  const issue = issueWith([essay(`![a](${name})`)]);
  const { pictures } = await readPictures(issue, {
    issuesFolder: join(folder, 'issues'),
    columnWidth: 536,
    store: keepPicturesIn(join(folder, '.penny/pictures')),
  });
  const picture = pictures.get(name);
  if (picture === undefined) throw new Error(`${name} was not read`);
  return picture;
}

function blank(width: number, height: number, background = '#1652a8'): Sharp {
  return sharp({ create: { width, height, channels: background.length > 7 ? 4 : 3, background } });
}

async function save(name: string, picture: Sharp): Promise<void> {
  writeFileSync(join(folder, 'issues', name), await picture.toBuffer());
}

describe('a picture as it is published', () => {
  it('is as wide as the column at most, and twice as sharp', async () => {
    await save('wide.png', blank(2400, 900).png());
    const { width, height, bytes, type } = await read('wide.png');
    expect({ width, height, type }).toEqual({ width: 536, height: 201, type: 'image/png' });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1072, height: 402 });
  });

  it('is never larger than its file', async () => {
    await save('small.gif', blank(90, 40).gif());
    const { width, height, bytes } = await read('small.gif');
    expect({ width, height }).toEqual({ width: 90, height: 40 });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'gif', width: 90, height: 40 });
  });

  it('is upright, and tells nothing besides what it shows', async () => {
    const exif = { IFD0: { Artist: 'Ann Example', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N' } };
    await save('photo.jpg', blank(60, 40).jpeg().withMetadata({ orientation: 6, exif }));
    const { width, height, bytes } = await read('photo.jpg');
    expect({ width, height }).toEqual({ width: 40, height: 60 });
    expect([...readMetadata(bytes)]).toEqual([]);
    const { exif: left, icc, xmp, orientation } = await sharp(bytes).metadata();
    expect({ left, icc, xmp, orientation }).toEqual({
      left: undefined,
      icc: undefined,
      xmp: undefined,
      orientation: undefined,
    });
  });

  it.each([
    ['photo.webp', () => blank(60, 40).webp(), 'image/jpeg'],
    ['photo.avif', () => blank(60, 40).avif(), 'image/jpeg'],
    ['photo.tiff', () => blank(60, 40).tiff(), 'image/jpeg'],
    ['clear.webp', () => blank(60, 40, '#1652a880').webp({ lossless: true }), 'image/png'],
    // Its name lies.
    ['photo.png', () => blank(60, 40).jpeg(), 'image/jpeg'],
  ])('has a format that mail programs show: %s', async (name, make, type) => {
    await save(name, make());
    expect((await read(name)).type).toBe(type);
  });

  it('keeps an animation, with the height of one of its pictures', async () => {
    const frames = Buffer.concat(['#ff0000', '#00ff00'].map((colour) => solid(20, 10, colour)));
    const animation = sharp(frames, { raw: { width: 20, height: 20, channels: 3, pageHeight: 10 } });
    await save('moving.gif', animation.gif({ delay: [100, 100], loop: 0 }));
    const { height, bytes } = await read('moving.gif');
    expect(height).toBe(10);
    expect(await sharp(bytes, { animated: true }).metadata()).toMatchObject({ pages: 2 });
  });

  it('lies where its file’s bytes say, and not its name', async () => {
    await save('jane-doe.png', blank(60, 40).png());
    await save('copy.png', blank(60, 40).png());
    await save('other.png', blank(60, 41).png());
    const paths = [await read('jane-doe.png'), await read('copy.png'), await read('other.png')].map(
      ({ path }) => path,
    );
    expect(paths[0]).toMatch(/^images\/[0-9a-f]{16}\.png$/);
    expect(paths[1]).toBe(paths[0]);
    expect(paths[2]).not.toBe(paths[0]);
  });
});

describe('the folder in which pictures are kept', () => {
  it('is private, and saves making a picture again', async () => {
    await save('photo.jpg', blank(60, 40).jpeg());
    const first = await read('photo.jpg');
    const kept = join(folder, '.penny/pictures');
    const [name = '', ...others] = readdirSync(kept);
    expect(others).toEqual([]);
    expect([statSync(kept).mode & 0o777, statSync(join(kept, name)).mode & 0o777]).toEqual([0o700, 0o600]);
    const file = join(kept, name);
    const { ino, size: whole } = statSync(file);
    expect(await read('photo.jpg')).toEqual(first);
    expect(statSync(file).ino).toBe(ino);
    // What a power cut leaves of a file that was being written.
    for (const size of [0, 16, 32, whole - 1]) {
      truncateSync(file, size);
      expect(await read('photo.jpg')).toEqual(first);
      expect(statSync(file).size).toBe(whole);
    }
    rmSync(kept, { recursive: true });
    expect(await read('photo.jpg')).toEqual(first);
  });

  it('may be where nothing can be written', async () => {
    writeFileSync(join(folder, '.penny'), '');
    await save('photo.jpg', blank(60, 40).jpeg());
    expect((await read('photo.jpg')).width).toBe(60);
  });
});

function solid(width: number, height: number, colour: string): Buffer {
  return Buffer.concat(
    Array.from({ length: width * height }, () => Buffer.from(colour.replace('#', ''), 'hex')),
  );
}
