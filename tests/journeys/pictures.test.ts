import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = createWorkspace();
  mkdirSync(join(workspace.folder, 'issues/assets'));
  await save('offers.png', '#1652a8');
  await save('desk.png', '#0b5a42');
});
afterEach(() => workspace[Symbol.dispose]());

async function save(name: string, background: string): Promise<void> {
  const picture = sharp({ create: { width: 1600, height: 800, channels: 3, background } });
  await picture.png().toFile(join(workspace.folder, 'issues/assets', name));
}

/** An issue with a picture in its essay, and one in a candidate whom the web does not see. */
function write(): void {
  const text = [
    '---\ntitle: pictures\nsubtitle: and words\nnumber: 2\ndate: 2026-11-30\n---',
    '---active candidate\ntitle: vp of sales\nweb: false\n---\n\n- 15 years in sales\n\n![a tidy desk](assets/desk.png)',
    '---penny for my thoughts\n---\n\nwho holds the cards?\n\n![offers by month][offers]\n\n[offers]: assets/offers.png "offers"',
  ];
  writeFileSync(join(workspace.folder, 'issues/002-pictures.md'), `${text.join('\n\n')}\n`);
}

function read(path: string): string {
  return readFileSync(join(workspace.folder, path), 'utf8');
}

/** The attributes of every picture in some HTML. */
function picturesIn(html: string): Record<string, string>[] {
  return Array.from(html.matchAll(/<img\b([^>]*)>/g), ([, attributes = '']) =>
    Object.fromEntries(
      Array.from(attributes.matchAll(/(\w+)="([^"]*)"/g), ([, name, value]) => [name, value]),
    ),
  );
}

it('stands on the site with its size, and in mail under the address that it has there', async () => {
  write();
  expect(await workspace.penny('build')).toMatchObject({ code: 0 });
  const page = read('public/issues/pictures/index.html');
  const [, file = ''] = /<img src="..\/..\/images\/([0-9a-f]{16}\.png)"/.exec(page) ?? [];
  // Beside it lie the images that stand for two issues and for the site where they are shared.
  expect(readdirSync(join(workspace.folder, 'public/images'))).toHaveLength(4);
  expect(existsSync(join(workspace.folder, 'public/images', file))).toBe(true);
  const shown = { width: '536', height: '268', alt: 'offers by month', title: 'offers' };
  expect(picturesIn(page)).toEqual([{ ...shown, src: `../../images/${file}`, loading: 'lazy' }]);
  expect(read('public/rss.xml')).toContain(`https://penny.example/images/${file}`);
  const { output } = await workspace.penny('render 2 --as email');
  expect(picturesIn(output)).toContainEqual(
    expect.objectContaining({ ...shown, src: `https://penny.example/images/${file}` }),
  );
});

it('is carried by the message where it is a candidate’s whom the web may not see', async () => {
  write();
  await workspace.penny('build');
  const { output } = await workspace.penny('render 2 --as eml');
  const { attachments, html } = await simpleParser(output, { skipImageLinks: true });
  expect(attachments.map(({ contentType, related }) => ({ contentType, related }))).toEqual([
    { contentType: 'image/png', related: true },
  ]);
  expect(html).toContain(`src="cid:${attachments[0]?.cid}"`);
  expect(
    existsSync(join(workspace.folder, 'public/images', String(attachments[0]?.cid).split('@')[0] ?? '')),
  ).toBe(false);
});

it('is carried by the message when newsletter.yaml says so', async () => {
  write();
  writeFileSync(join(workspace.folder, 'newsletter.yaml'), `${read('newsletter.yaml')}images: embedded\n`);
  const { output } = await workspace.penny('render 2 --as eml');
  const { attachments, html } = await simpleParser(output, { skipImageLinks: true });
  expect(attachments).toHaveLength(2);
  expect(html).not.toContain('/images/');
});

it('asks to publish the site first', async () => {
  write();
  const { error } = await workspace.penny('send 2 --dry-run');
  expect(error).toContain('run penny build and publish the site before you send');
});
