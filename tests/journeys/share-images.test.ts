import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createWorkspace } from './workspace.ts';

const page = 'public/issues/are-interviews-really-a-two-way-street/index.html';

it('publishes an image for every issue and one for the rest, draws none twice, and none for drafts', async () => {
  using workspace = createWorkspace();
  const at = (path: string): string => join(workspace.folder, path);
  writeFileSync(
    at('issues/002-draft.md'),
    '---\ntitle: later\nnumber: 2\ndate: 2026-11-30\ndraft: true\n---\n',
  );
  expect(await workspace.penny('build')).toMatchObject({ code: 0 });
  const images = readdirSync(at('public/images'));
  expect(images).toHaveLength(2);
  const shown = /og:image" content="https:\/\/penny\.example\/([^"]+)"/;
  const [ofIssue = '', ofHome = ''] = [page, 'public/index.html'].map(
    (path) => shown.exec(readFileSync(at(path), 'utf8'))?.[1],
  );
  expect([ofIssue, ofHome].sort()).toEqual(images.map((name) => `images/${name}`).sort());
  expect(await sharp(at(`public/${ofIssue}`)).metadata()).toMatchObject({ width: 1200, height: 630 });

  // Whatever is kept, with its seal, is what is published: nothing was drawn again.
  const kept = Buffer.concat([hash('sha256', 'kept', 'buffer'), Buffer.from('kept')]);
  writeFileSync(at(`.penny/pictures/share-${ofHome.replace('images/', '')}`), kept);
  rmSync(at('.penny/builds'), { recursive: true });
  expect((await workspace.penny('build')).output).toContain('1 written');
  expect(readFileSync(at(`public/${ofHome}`), 'utf8')).toBe('kept');
});

it('shows the page as it is built, with the address of its image', async () => {
  using workspace = createWorkspace();
  const { output } = await workspace.penny('render 1 --as web');
  expect(output).toMatch(/og:image" content="https:\/\/penny\.example\/images\/[0-9a-f]{16}\.png"/);
  expect(existsSync(join(workspace.folder, 'public'))).toBe(false);
});
