import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderConfirmation } from '../../src/render/render-confirmation.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { renderDeskPages } from '../../src/web/desk-pages.ts';
import { richIssue } from './sample-issues.ts';
import { candidate, issueWith, letterhead, markdown, templates } from './samples.ts';

/** Each template with the names that docs/theming.md promises it. */
const promised = readFileSync(join(import.meta.dirname, '../../docs/theming.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| `(?:email|web|text)\//.test(line))
  .flatMap((line) => {
    const [, files = '', names = ''] = line.split('|');
    return inBackticks(files).map((file) => ({ file: `${file}.hbs`, names: inBackticks(names) }));
  });

function inBackticks(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

const issues = [
  { ...richIssue, number: 1, slug: 'one', tags: ['hiring'], introduction: markdown('hello') },
  issueWith([candidate(), candidate({ id: 'c2', web: true })], { number: 2, slug: 'two' }),
];

/** Everything that is made of templates, as one text. */
async function renderAll(own: readonly (readonly [string, string])[]): Promise<string> {
  const used = new Map([...templates, ...own]);
  const [first] = issues;
  if (first === undefined) throw new Error('no issue');
  const { html, text } = await renderEdition(first, letterhead, used);
  const { files } = planSite({ issues, letterhead, templates: used, today: '2026-11-24' });
  const ask = (await renderConfirmation(letterhead, used, 'please confirm'))(
    'https://penny.example/confirm/1',
  );
  const { leave, refused, ...pages } = renderDeskPages(letterhead, used);
  const left = leave({ addressHint: 'j…@example.com', isOnList: true, topics: [] });
  const told = [ask.html, ask.text, left, refused('late'), ...Object.values(pages)];
  return [...html, ...text, ...files.values(), ...told].map((part) => JSON.stringify(part)).join('\n');
}

it('tells of every template there is', () => {
  const partsOnly = ['web/facts.hbs', 'web/entries.hbs'];
  const there = [...templates.keys()].filter((path) => /^(?:email|web|text)\/.*\.hbs$/.test(path));
  const told = [...promised.map(({ file }) => file), ...partsOnly];
  expect(told.toSorted()).toEqual(there.toSorted());
});

describe('every name that is promised is there', () => {
  const mark = 'seen-by-a-template';

  it.each(promised)('in $file', async ({ file, names }) => {
    const asked = names.map((name) => `{{#if ${name}}}{{/if}}`).join('');
    const own = `${templates.get(file) ?? ''}${asked}<!-- ${mark} -->\n`;
    const all = await renderAll([[file, own]]);
    expect(all.includes(mark)).toBe(true);
  });

  it('and no other', async () => {
    for (const { file } of promised) {
      const failure = await renderAll([[file, '{{#if nothingOfThatName}}{{/if}}']]).catch(String);
      expect(failure.slice(0, 80), file).toContain('nothingOfThatName');
    }
  });
});
