import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type TestWorkspace } from '../../journeys/workspace.ts';
import { templates } from '../../render/samples.ts';
import { callPenny } from '../call-penny.ts';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
});
afterEach(() => {
  workspace[Symbol.dispose]();
});

const penny = (words: string) => callPenny(words.split(' '), { folder: workspace.folder });
const read = (path: string) => readFileSync(join(workspace.folder, path), 'utf8');

function write(path: string, text: string): void {
  const file = join(workspace.folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

describe('theme eject', () => {
  it('copies what a name means, in mails and on pages', async () => {
    const { code, output } = await penny('theme eject role');
    expect([code, output]).toEqual([0, 'templates/email/role.hbs\ntemplates/web/role.hbs\n']);
    expect(read('templates/web/role.hbs')).toBe(templates.get('web/role.hbs'));
  });

  it.each(['web/role.hbs', 'web/role', 'templates/web/role.hbs'])('copies one file: %s', async (name) => {
    expect(JSON.parse((await penny(`theme eject ${name} --json`)).output)).toEqual({
      files: ['templates/web/role.hbs'],
    });
    expect(existsSync(join(workspace.folder, 'templates/email'))).toBe(false);
  });

  it('changes no file that is there, and copies the rest', async () => {
    write('templates/email/role.hbs', 'mine');
    expect((await penny('theme eject role')).output).toBe('templates/web/role.hbs\n');
    expect(read('templates/email/role.hbs')).toBe('mine');
    const { code, error } = await penny('theme eject role');
    expect([code, error]).toEqual([2, expect.stringContaining('hint: delete it to go back')]);
    await penny('theme eject tldr');
    expect((await penny('theme eject tldr')).error).toContain('hint: it is as penny has it');
  });

  it.each([
    ['rolle', 'did you mean role?'],
    ['preview/page.html', 'penny theme list shows them'],
    ['../../etc/passwd', 'penny theme list shows them'],
  ])('knows no %s', async (name, hint) => {
    const { code, error } = await penny(`theme eject ${name}`);
    expect([code, error]).toEqual([2, expect.stringContaining(hint)]);
    expect(existsSync(join(workspace.folder, 'templates'))).toBe(false);
  });

  it('leaves mails and pages as they are', async () => {
    const before = await penny('render 1 --as email');
    for (const name of ['role', 'layout', 'inline', 'head', 'style', 'card'])
      await penny(`theme eject ${name}`);
    const after = await penny('render 1 --as email');
    expect(after.output === before.output).toBe(true);
    expect(after.error).toBe(before.error);
  });
});

it('theme list says which files are your own', async () => {
  await penny('theme eject web/tag');
  const { files, count } = JSON.parse((await penny('theme list --json')).output);
  expect(count).toBe(files.length);
  expect(files.filter(({ own }: { own: boolean }) => own)).toEqual([
    { file: 'templates/web/tag.hbs', own: true },
  ]);
  expect((await penny('theme list')).output).toMatch(/templates\/web\/tag\.hbs +your own/);
});

it('check finds a file that nothing uses, and names no name', async () => {
  write('templates/emial/jane-doe.hbs', '');
  write('.private/never-name.yaml', '- term: jane doe\n');
  const { code, output, error } = await penny('check');
  expect(code).toBe(0);
  expect(error + output).toContain('nothing uses this file');
  expect((error + output).toLowerCase()).not.toMatch(/jane.?doe/);
});

it('check says what cannot be read in a theme, and build goes on', async () => {
  const least =
    'name: penny\nurl: https://penny.example\nsender: { name: penny, address: hello@penny.example }\n';
  write(
    'newsletter.yaml',
    `${least}theme:\n  colors: { light: { roleInk: "#e0708a", roleTint: "#fdeef0" } }\n`,
  );
  const { error } = await penny('check');
  expect(error.match(/has a contrast of/g)).toHaveLength(1);
  expect(error).toContain('roleInk on roleTint has a contrast of 2.7 on light screens');
  expect((await penny('build')).code).toBe(0);
});

it('this repository is a workspace in which everything is used, and nothing is to be mended', async () => {
  const repository = join(import.meta.dirname, '../../..');
  const { code, output, error } = await callPenny(['check', '--strict'], { folder: repository });
  expect([code, (error + output).match(/(?:error|warning)s?\b/g)]).toEqual([0, null]);
});
