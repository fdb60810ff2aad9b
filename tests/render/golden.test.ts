import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Issue } from '../../src/issue/issue.ts';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import type { Slot } from '../../src/render/edition.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { fillSlots, letterhead, templates, textContent } from './samples.ts';

const golden = join(import.meta.dirname, 'golden');
const firstIssue = 'issues/001-are-interviews-really-a-two-way-street.md';

/** What becomes of an issue is kept beside it. Read every change; `npx vitest run tests/render/golden.test.ts -u` accepts it. */
const cases = [
  { name: 'two-way-street', file: firstIssue },
  { name: 'everything', file: join(golden, 'everything/issue.md') },
];

it.each(cases)('renders golden/$name', async ({ name, file }) => {
  const { subject, html, text } = await renderEdition(readIssue(file), letterhead, templates);
  const show = (slot: Slot) => `⟦${slot.tag}|${slot.fallback ?? ''}⟧`;
  const readable = `subject: ${fillSlots(subject, show)}\n\n${fillSlots(text, show)}`;
  await expect(fillSlots(html, show)).toMatchFileSnapshot(join(golden, name, 'email.html'));
  await expect(readable).toMatchFileSnapshot(join(golden, name, 'email.txt'));
});

it('keeps all 45 lines of the first issue in both parts, in order and to the character', async () => {
  const seed = readFileSync('tests/golden/seed.txt', 'utf8').trimEnd().split('\n');
  const lines = seed.filter((line) => line !== 'Reply');
  expect(lines).toHaveLength(45);
  const { html, text } = await renderEdition(readIssue(firstIssue), letterhead, templates);
  expect(missingLines(lines, textContent(fillSlots(html)))).toEqual([]);
  expect(missingLines(lines, fillSlots(text))).toEqual([]);
});

/** The lines that do not stand in the text after the ones before them. */
function missingLines(lines: readonly string[], text: string): string[] {
  let end = 0;
  return lines.filter((line) => {
    const start = text.indexOf(line, end);
    if (start >= 0) end = start + line.length;
    return start < 0;
  });
}

function readIssue(file: string): Issue {
  const { issue, findings } = parseIssue({ file, bytes: readFileSync(file) }, defaults);
  expect(findings).toEqual([]);
  if (issue === undefined) throw new Error(`${file} has no issue`);
  return issue;
}

const defaults = {
  language: letterhead.language,
  essayTitle: 'penny for my thoughts',
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  contact: letterhead.sender.replyTo,
};
