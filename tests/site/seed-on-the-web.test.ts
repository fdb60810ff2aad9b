import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { planSite } from '../../src/site/plan-site.ts';
import type { SiteFiles } from '../../src/site/site-plan.ts';
import { loadWorkspace } from '../../src/workspace/load-workspace.ts';
import { textContent } from '../render/samples.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const repository = join(import.meta.dirname, '../..');
const file = 'issues/001-are-interviews-really-a-two-way-street.md';

/** What was published, line by line; its last line is what a mail program added. */
const seed = readFileSync(join(repository, 'tests/golden/seed.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && line !== 'Reply');

let site: SiteFiles = new Map();

beforeAll(() => {
  const workspace = loadWorkspace(repository, {});
  const bytes = readFileSync(join(repository, file));
  const { issue } = parseIssue({ file, bytes }, workspace.issueDefaults);
  if (issue === undefined) throw new Error(`${file} has faults`);
  const { settings, templates } = workspace;
  site = planSite({ issues: [issue], letterhead: settings, templates, today: '2026-11-23' }).files;
});

/** The first line of the seed that does not stand in the text after the one before it. */
function findMissing(text: string): string | undefined {
  let position = 0;
  return seed.find((line) => {
    const found = text.indexOf(line, position);
    position = found + line.length;
    return found < 0;
  });
}

it('the seed has its 45 lines', () => {
  expect(seed).toHaveLength(45);
});

it('every line is on the page, in order, character for character', () => {
  const html = site.get('issues/are-interviews-really-a-two-way-street/index.html') ?? '';
  const [, body = ''] = html.split('<main id="content">');
  expect(findMissing(textContent(body))).toBeUndefined();
});

it('every line is in the feed: title, description, and the rest in the content', () => {
  const [channel] = readXml(site.get('rss.xml') ?? '').children;
  const item = channel?.children.find(({ name }) => name === 'item');
  const text = (name: string) => item?.children.find((child: XmlElement) => child.name === name)?.text ?? '';
  expect(text('title')).toBe(seed[0]);
  expect(text('description')).toBe(seed[1]);
  expect(
    findMissing([text('title'), text('description'), textContent(text('content:encoded'))].join('\n')),
  ).toBeUndefined();
});
