import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { app1, exif, jpeg } from '../check/images/pictures.ts';
import { createWorkspace, type TestWorkspace } from '../journeys/workspace.ts';
import { callPenny } from './call-penny.ts';

const [gps, camera] = [0x8825, 0x010f];

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
  mkdirSync(join(workspace.folder, 'issues/assets'));
});
afterEach(() => workspace[Symbol.dispose]());

/** What check says of the pictures of an issue with this block. */
async function check(block: string): Promise<string[]> {
  const text = `---\ntitle: a\nsubtitle: b\nnumber: 2\ndate: 2026-11-30\n---\n\n${block}\n`;
  writeFileSync(join(workspace.folder, 'issues/002-a.md'), text);
  const { output } = await callPenny(['check', '2', '--json'], { folder: workspace.folder });
  const findings: readonly Record<string, unknown>[] = JSON.parse(output).findings;
  return findings
    .filter(({ rule }) => rule === 'image/metadata')
    .map(({ file, line, column, severity, message }) => `${file}:${line}:${column} ${severity} ${message}`);
}

function save(name: string, ...tags: readonly number[]): void {
  writeFileSync(join(workspace.folder, 'issues/assets', name), jpeg(app1(exif(...tags))));
}

const candidate = (image: string): string => `---active candidate\ntitle: cto\n---\n\n![a desk](${image})`;
const essay = (image: string): string => `---penny for my thoughts\n---\n\n![a desk](${image})`;

it('finds a candidate’s picture that tells anything', async () => {
  save('c1.jpg', camera, gps);
  save('c 2.jpg', camera);
  expect(await check(candidate('assets/c1.jpg'))).toEqual([
    'issues/assets/c1.jpg:1:1 error this picture tells where it was taken',
  ]);
  expect(await check(candidate('<./assets/c%202.jpg>'))).toEqual([
    'issues/assets/c 2.jpg:1:1 error this picture tells how it was made',
  ]);
});

it('finds any picture that tells where it was taken', async () => {
  save('desk.jpg', gps);
  save('plain.jpg', camera);
  expect(await check(essay('assets/desk.jpg'))).toHaveLength(1);
  expect(await check(essay('assets/plain.jpg'))).toEqual([]);
});

it('reads nothing outside the workspace, and follows no link', async () => {
  save('c1.jpg', gps);
  const outside = join(workspace.folder, '..', `${basename(workspace.folder)}-outside.jpg`);
  cpSync(join(workspace.folder, 'issues/assets/c1.jpg'), outside);
  symlinkSync('c1.jpg', join(workspace.folder, 'issues/assets/link.jpg'));
  symlinkSync('assets', join(workspace.folder, 'issues/linked'));
  // What is there and could be read is found when nothing is in the way.
  expect(await check(candidate('assets/c1.jpg'))).toHaveLength(1);
  expect(await check(candidate('assets/link.jpg'))).toEqual([]);
  expect(await check(candidate('linked/c1.jpg'))).toEqual([]);
  expect(await check(candidate(`../../${basename(outside)}`))).toEqual([]);
  expect(await check(candidate(outside))).toEqual([]);
  expect(await check(candidate('assets/none.jpg'))).toEqual([]);
  expect(await check(candidate('assets'))).toEqual([]);
  rmSync(outside);
});

it('reads a picture in a folder whose name starts with two dots', async () => {
  mkdirSync(join(workspace.folder, '..pictures'));
  writeFileSync(join(workspace.folder, '..pictures/c1.jpg'), jpeg(app1(exif(gps))));
  expect(await check(candidate('../..pictures/c1.jpg'))).toHaveLength(1);
});
