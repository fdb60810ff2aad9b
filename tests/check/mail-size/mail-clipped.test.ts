import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mostHtmlBytes } from '../../../src/check/mail-size/mail-clipped.ts';
import { mayBeClipped } from '../../../src/check/mail-size/may-be-clipped.ts';
import type { Issue, WrittenIssue } from '../../../src/issue/issue.ts';
import { renderEdition } from '../../../src/render/render-edition.ts';
import { letterhead, templates } from '../../render/samples.ts';
import { checkSample, parseFiles } from '../parse-sample.ts';

const file = 'issues/001-a.md';
const head = '---\ntitle: a\nsubtitle: b\nnumber: 1\ndate: 2026-11-23\n---\n\n';
const essay = `${head}---penny for my thoughts\n---\n\n`;

/** What an issue can be full of, in one unit of it. */
const units: Readonly<Record<string, readonly [start: string, unit: string]>> = {
  words: [essay, 'some words of an essay that somebody wrote. '],
  paragraphs: [essay, 'a\n\n'],
  bullets: [essay, '- a\n'],
  links: [essay, '[a](https://b.example)\n\n'],
  headings: [essay, '## a\n\n'],
  quotes: [essay, '> a\n\n'],
  rows: [`${essay}| a | b |\n|---|---|\n`, '| 1 | 2 |\n'],
  'inline code': [essay, '`a`\n\n'],
  code: [essay, '```\na\n```\n\n'],
  images: [essay, '![a](https://b.example/i.png)\n\n'],
  tables: [essay, '| a |\n|---|\n| b |\n\n'],
  rules: [essay, '***\n\n'],
  signs: [essay, '& " & \n\n'],
  roles: [head, '---open role\ntitle: t\napply: https://a.example\n---\n\n- a\n\n'],
  candidates: [head, '---active candidate\ntitle: t\n---\n\n- a\n\n'],
};

interface Parsed {
  readonly issue: Issue;
  readonly written: WrittenIssue;
}

function parse(text: string): Parsed {
  const [{ issue, written } = {}] = parseFiles({ [file]: text });
  if (issue === undefined || written === undefined) throw new Error('the sample has faults');
  return { issue, written };
}

async function bytesOf(issue: Issue): Promise<number> {
  const { html } = await renderEdition(issue, letterhead, templates);
  return Buffer.byteLength(html.map((part) => (typeof part === 'string' ? part : '')).join(''));
}

describe('whether a mail is worth measuring', () => {
  it.each(Object.entries(units))('is never missed in an issue full of %s', async (_, [start, unit]) => {
    for (let count = 8; count <= 4096; count *= 2) {
      if (unit.startsWith('---') && count > 99) break;
      const { issue, written } = parse(start + unit.repeat(count));
      if (mayBeClipped(written)) return;
      expect(await bytesOf(issue)).toBeLessThanOrEqual(mostHtmlBytes);
    }
  });

  it('is not so with the seed’s issue', () => {
    const text = readFileSync('issues/001-are-interviews-really-a-two-way-street.md', 'utf8');
    expect(mayBeClipped(parse(text).written)).toBe(false);
  });
});

describe('a mail', () => {
  it('may be ignored by its issue, also in a run that does not measure it', () => {
    const ignoring = `${essay}a\n`.replace(
      'number: 1',
      'number: 1\nignore: [{rule: mail/clipped, why: it is the long one}]',
    );
    expect(checkSample(parseFiles({ [file]: ignoring })).findings).toEqual([]);
  });
});
