import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/issue/issue.ts';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { fillSlots, letterhead, templates, textContent } from './samples.ts';

const folder = join(import.meta.dirname, 'golden');

/** One folder a case, with the issue and what becomes of it side by side. Read every change: `npx vitest -u` accepts it. */
const cases = ['two-way-street', 'everything'];

describe.each(cases)('the issue in golden/%s', (name) => {
  it('becomes the mail beside it', async () => {
    const { subject, html, text } = await renderEdition(readIssue(name), letterhead, templates);
    const show = (slot: { tag: string; fallback?: string }) => `⟦${slot.tag}|${slot.fallback ?? ''}⟧`;
    await expect(fillSlots(html, show)).toMatchFileSnapshot(join(folder, name, 'email.html'));
    await expect(`subject: ${fillSlots(subject, show)}\n\n${fillSlots(text, show)}`).toMatchFileSnapshot(
      join(folder, name, 'email.txt'),
    );
  });
});

describe('the first issue of the newsletter', () => {
  const lines = readFileSync(join(folder, 'two-way-street', 'lines.txt'), 'utf8')
    .trimEnd()
    .split('\n');

  it('has all of its 45 lines in both parts, in order and to the character', async () => {
    const { html, text } = await renderEdition(readIssue('two-way-street'), letterhead, templates);
    expect(lines).toHaveLength(45);
    expect(missingLines(textContent(fillSlots(html)))).toEqual([]);
    expect(missingLines(fillSlots(text))).toEqual([]);
  });

  function missingLines(rendering: string): string[] {
    let end = 0;
    return lines.filter((line) => {
      const start = rendering.indexOf(line, end);
      if (start >= 0) end = start + line.length;
      return start < 0;
    });
  }
});

function readIssue(name: string): Issue {
  const file = join(folder, name, 'issue.md');
  const parsed = parseIssue({ file: `issues/${name}.md`, bytes: readFileSync(file) }, defaults);
  expect(parsed.findings).toEqual([]);
  if (parsed.issue === undefined) throw new Error(`${file} has no issue`);
  return parsed.issue;
}

const defaults = {
  language: letterhead.language,
  essayTitle: 'penny for my thoughts',
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  contact: letterhead.sender.replyTo,
};
