import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = createWorkspace();
  mkdirSync(at('brand'));
  const background = { r: 22, g: 82, b: 168, alpha: 0.5 };
  const picture = sharp({ create: { width: 800, height: 200, channels: 4, background } });
  await picture.toFile(at('brand/logo.png'));
  setLogo('{ src: brand/logo.png, alt: penny }');
});
afterEach(() => workspace[Symbol.dispose]());

function at(path: string): string {
  return join(workspace.folder, path);
}

function setLogo(logo: string): void {
  const settings = readFileSync(at('newsletter.yaml'), 'utf8');
  writeFileSync(at('newsletter.yaml'), settings.replace(/^theme:.*/m, `theme: { logo: ${logo} }`));
}

/** The `img` elements that say “penny”, by their attributes. */
function logosIn(html: string): Record<string, string>[] {
  return Array.from(html.matchAll(/<img\b([^>]*)>/g), ([, attributes = '']) =>
    Object.fromEntries(Array.from(attributes.matchAll(/(\w+)="([^"]*)"/g), (found) => found.slice(1))),
  ).filter(({ alt }) => alt === 'penny');
}

it('stands on every page, with another picture for dark screens, and in mails from the site', async () => {
  expect(await workspace.penny('build')).toMatchObject({ code: 0 });
  for (const page of ['index.html', 'issues/index.html', '404.html']) {
    const html = readFileSync(at(`public/${page}`), 'utf8');
    expect(logosIn(html), page).toEqual([
      { src: expect.stringContaining('images/'), alt: 'penny', width: '120', height: '30' },
    ]);
    expect(html).toMatch(/<source srcset="[^"]*images\/\w+\.png" media="\(prefers-color-scheme: dark\)">/);
  }
  const { output } = await workspace.penny('render 1 --as email');
  const [logo] = logosIn(output);
  expect(logo).toMatchObject({ width: '120', height: '39' });
  const [, path = ''] = /^https:\/\/penny\.example\/(images\/.*)/.exec(logo?.['src'] ?? '') ?? [];
  expect(existsSync(at(`public/${path}`))).toBe(true);
});

it('is carried by the message when newsletter.yaml says so', async () => {
  appendFileSync(at('newsletter.yaml'), 'images: embedded\n');
  const { output } = await workspace.penny('render 1 --as eml');
  const { attachments, html } = await simpleParser(output, { skipImageLinks: true });
  expect(attachments).toMatchObject([{ contentType: 'image/png', related: true }]);
  expect(logosIn(String(html))).toMatchObject([{ src: `cid:${attachments[0]?.cid}` }]);
});

it.each(['src: brand/gone.png, alt: penny', 'src: brand/logo.png, alt: penny, dark: newsletter.yaml'])(
  'stops the build where it cannot be shown: { %s }',
  async (logo) => {
    setLogo(`{ ${logo} }`);
    const { code, error } = await workspace.penny('build');
    expect(code).toBe(1);
    expect(error).toMatch(/newsletter\.yaml:\d+:\d+ {2}error {2}mail\/logo/);
    expect(existsSync(at('public'))).toBe(false);
  },
);

it('must say what it says, and be no wider than 300 pixels', async () => {
  setLogo('{ src: brand/logo.png, width: 301 }');
  const { code, error } = await workspace.penny('check');
  expect(code).toBe(2);
  expect(error).toMatch(/alt/);
  expect(error).toMatch(/300/);
});
