import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { app1, exif, jpeg } from '../../check/images/pictures.ts';
import { createWorkspace, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

const [gps, camera] = [0x8825, 0x010f];
const pixels = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#1652a8' } })
  .jpeg()
  .toBuffer();

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
  mkdirSync(join(workspace.folder, 'issues/assets'));
});
afterEach(() => workspace[Symbol.dispose]());

/** What check says of the pictures of an issue with this block, each rule with its place. */
async function check(block: string): Promise<string[]> {
  const text = `---\ntitle: a\nsubtitle: b\nnumber: 2\ndate: 2026-11-30\n---\n\n${block}\n`;
  writeFileSync(join(workspace.folder, 'issues/002-a.md'), text);
  const { output } = await callPenny(['check', '2', '--json'], { folder: workspace.folder });
  const findings: readonly Record<string, unknown>[] = JSON.parse(output).findings;
  return findings
    .filter(({ rule }) => ['image/metadata', 'image/missing', 'image/unreadable'].includes(String(rule)))
    .map(
      ({ file, line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule} ${message}`,
    );
}

/** A picture that can be shown, with these tags in its metadata. */
function save(name: string, ...tags: readonly number[]): void {
  const head = tags.length === 0 ? [] : [jpeg(app1(exif(...tags))).subarray(2, -10)];
  const bytes = Buffer.concat([pixels.subarray(0, 2), ...head, pixels.subarray(2)]);
  writeFileSync(join(workspace.folder, 'issues/assets', name), bytes);
}

const candidate = (image: string): string => `---active candidate\ntitle: cto\n---\n\n![a desk](${image})`;
const essay = (image: string): string => `---penny for my thoughts\n---\n\n![a desk](${image})`;

it('finds a candidate’s picture that tells anything', async () => {
  save('c1.jpg', camera, gps);
  save('c 2.jpg', camera);
  save('c3.jpg');
  expect(await check(candidate('assets/c1.jpg'))).toEqual([
    'issues/assets/c1.jpg:1:1 error image/metadata this picture tells where it was taken',
  ]);
  expect(await check(candidate('<./assets/c%202.jpg>'))).toEqual([
    'issues/assets/c 2.jpg:1:1 error image/metadata this picture tells how it was made',
  ]);
  expect(await check(candidate('assets/c3.jpg'))).toEqual([]);
});

it('lets any other picture be: what it tells is never published', async () => {
  save('desk.jpg', gps);
  expect(await check(essay('assets/desk.jpg'))).toEqual([]);
});

it('reads nothing outside the folder of the issues, nothing hidden, and follows no link', async () => {
  save('c1.jpg', gps);
  save('.c1.jpg', gps);
  const outside = join(workspace.folder, '..', `${basename(workspace.folder)}-outside.jpg`);
  cpSync(join(workspace.folder, 'issues/assets/c1.jpg'), outside);
  cpSync(outside, join(workspace.folder, 'c1.jpg'));
  symlinkSync('c1.jpg', join(workspace.folder, 'issues/assets/link.jpg'));
  symlinkSync('assets', join(workspace.folder, 'issues/linked'));
  for (const path of [
    'assets/link.jpg',
    'linked/c1.jpg',
    `../../${basename(outside)}`,
    '../c1.jpg',
    'assets/.c1.jpg',
  ]) {
    expect(await check(candidate(path))).toEqual([
      `issues/002-a.md:12:11 error image/missing “${path}” is not in the folder of the issues`,
    ]);
  }
  rmSync(outside);
});

it('finds a picture that is not there, with capitals that only some systems take for equal', async () => {
  save('desk.jpg');
  mkdirSync(join(workspace.folder, 'issues/assets/folder.jpg'));
  for (const path of ['assets/none.jpg', 'nowhere/desk.jpg', 'assets/Desk.jpg', 'assets/folder.jpg']) {
    expect(await check(essay(path))).toEqual([
      `issues/002-a.md:11:11 error image/missing there is no file “${path}”`,
    ]);
  }
});

it('finds a file that is no picture, is cut short, or could do harm', async () => {
  const files = {
    'text.png': 'no picture',
    'cut.jpg': pixels.subarray(0, pixels.length - 60),
    'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    'drawing.png': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    'empty.gif': '',
    // Few bytes, and minutes to unpack.
    'stripe.png': await sharp({
      create: { width: 1, height: 30_000, channels: 3, background: '#1652a8' },
    })
      .png()
      .toBuffer(),
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(workspace.folder, 'issues/assets', name), content);
    expect(await check(essay(`assets/${name}`))).toEqual([
      `issues/002-a.md:11:11 error image/unreadable “assets/${name}” cannot be opened as a picture`,
    ]);
  }
});
