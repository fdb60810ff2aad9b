import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Run, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
});
afterEach(() => workspace[Symbol.dispose]());

function penny(line: string, environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return callPenny(line.split(' '), { folder: workspace.folder, environment });
}

async function build(line = ''): Promise<{ written: number; unchanged: number; removed: number }> {
  const { code, output } = await penny(`build --json --now 2026-11-24${line}`);
  expect(code).toBe(0);
  const { written, unchanged, removed } = JSON.parse(output);
  return { written, unchanged, removed };
}

const path = (name: string): string => join(workspace.folder, name);
const issueFile = (): string =>
  path(join('issues', readdirSync(path('issues')).find((name) => name.endsWith('.md')) ?? ''));

/** Every file of a folder with what is in it, but for hidden ones. */
function contentOf(folder: string): Record<string, string> {
  const entries = readdirSync(path(folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(path(folder).length), readFileSync(file, 'latin1')];
    }),
  );
}

describe('a second build', () => {
  it('does nothing when nothing has changed, and says the same', async () => {
    appendFileSync(issueFile(), '\nsee [here](https://penny.example/a)\n');
    const first = await penny('build --now 2026-11-24');
    expect(first.error).toContain('link/generic-text');
    const second = await penny('build --now 2026-11-24');
    expect(second.error).toBe(first.error);
    expect(second.output).toMatch(/: 0 written, \d+ unchanged, 0 removed\n$/);
  });

  it('is to the byte what a clean one is', async () => {
    await build();
    appendFileSync(issueFile(), '\none more line\n');
    expect((await build()).written).toBeGreaterThan(0);
    await build(' --out clean');
    expect(contentOf('public')).toEqual(contentOf('clean'));
  });

  it('puts right what somebody changed or took away', async () => {
    await build();
    const before = contentOf('public');
    writeFileSync(path('public/index.html'), 'mine');
    rmSync(path('public/rss.xml'));
    expect((await build()).written).toBe(2);
    expect(contentOf('public')).toEqual(before);
  });

  it('sees a link in the place of a page, even to the same text', async () => {
    await build();
    const page = path('public/index.html');
    writeFileSync(path('copy.html'), readFileSync(page));
    rmSync(page);
    symlinkSync(path('copy.html'), page);
    expect(await penny('build --now 2026-11-24')).toMatchObject({ code: 2 });
  });

  it('still refuses a folder in which somebody has put a file', async () => {
    await build();
    writeFileSync(path('public/mine.txt'), 'mine');
    expect(await penny('build --now 2026-11-24')).toMatchObject({ code: 2 });
  });

  it.each<[what: string, change: () => void]>([
    ['the day', () => {}],
    ['a setting', () => appendFileSync(path('newsletter.yaml'), 'tagline: another\n')],
    ['a template', () => writeTemplate('web/not-found.hbs', '<h1>not here</h1>\n')],
    ['an issue that comes', () => writeFileSync(path('issues/002-b.md'), 'no issue')],
  ])('sees that %s has changed', async (what, change) => {
    if (what === 'a setting') rmLine('newsletter.yaml', /^tagline:.*\n/m);
    await build();
    change();
    const { code, output } = await penny(
      `build --json --now ${what === 'the day' ? '2026-11-25' : '2026-11-24'}`,
    );
    const { written, unchanged } = JSON.parse(output);
    if (what === 'an issue that comes') expect(code).toBe(1);
    else if (what === 'the day') expect([code, written]).toEqual([0, 0]);
    else expect([code, written > 0, unchanged >= 0]).toEqual([0, true, true]);
  });

  it('holds a name against the site that is on the list only now', async () => {
    await build();
    const { code, output } = await penny('build --json --now 2026-11-24', { PENNY_NEVER_NAME: 'interview' });
    expect(code).toBe(1);
    expect(output).toContain('never-name/');
  });

  it('does its work again where the record is damaged, or --clean says so', async () => {
    await build();
    const records = readdirSync(path('.penny/builds'));
    const record = path(join('.penny/builds', records.find((name) => name.endsWith('.json')) ?? ''));
    writeFileSync(record, '{"inputs":');
    expect((await build()).written).toBe(0);
    expect(JSON.parse(readFileSync(record, 'utf8'))).toHaveProperty('inputs');
    writeFileSync(
      record,
      JSON.stringify({
        ...JSON.parse(readFileSync(record, 'utf8')),
        notes: [{ file: 'a', message: 'kept' }],
      }),
    );
    expect((await penny('build --now 2026-11-24')).error).toContain('kept');
    expect((await penny('build --clean --now 2026-11-24')).error).not.toContain('kept');
  });
});

function writeTemplate(name: string, text: string): void {
  mkdirSync(path('templates/web'), { recursive: true });
  writeFileSync(path(join('templates', name)), text);
}

function rmLine(name: string, line: RegExp): void {
  writeFileSync(path(name), readFileSync(path(name), 'utf8').replace(line, ''));
}
