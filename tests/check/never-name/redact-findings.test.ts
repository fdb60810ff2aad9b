import { describe, expect, it } from 'vitest';
import { checkIssues } from '../../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../../src/check/newsletter.ts';
import type { Finding } from '../../../src/source/finding.ts';
import { parseFiles } from '../parse-sample.ts';

const neverNames = [
  { number: 1, terms: ['zorblatt'], match: 'word', allow: [] },
  { number: 2, terms: ['jane quimby'], match: 'word', allow: [] },
] as const;

function check(blocks: string): readonly Finding[] {
  const text = `---\ntitle: on trust\nsubtitle: b\nnumber: 1\ndate: 2026-11-23\n---\n\n${blocks}\n`;
  return checkIssues(parseFiles({ 'issues/001-a.md': text }), {
    newsletter: sampleNewsletter,
    ruleSettings: [],
    neverNames,
  }).findings;
}

const candidate = (body: string): string => `---active candidate\ntitle: vp of sales\n---\n\n${body}`;
const essay = (body: string): string => `---penny for my thoughts\n---\n\n${body}`;

it.each([
  [
    'a long address',
    candidate('- keynote: https://talks.example/2025/berlin/retail-summit/day-1-zorblatt-case'),
  ],
  ['a name cut by a link', candidate('- chief of staff to Jane ([Quimby](https://penny.example/q))')],
  ['a link without its address', essay('ask [jane][quimby] about it.')],
  ['a name in a handle', candidate('- is @zorblatt everywhere')],
])('shows no part of a name: %s', (_, blocks) => {
  const findings = check(blocks);
  expect(findings.map(({ rule }) => rule)).toContainEqual(expect.stringMatching(/^never-name\//));
  expect(JSON.stringify(findings.map(({ message, hint }) => [message, hint]))).not.toMatch(
    /zor|jane|quimby/i,
  );
});

it('leaves the suspicion that there is a name to the list that knows it', () => {
  const findings = check(
    candidate('- chief of staff to Jane ([Quimby](https://penny.example/q)), then at Norwick'),
  );
  expect(
    findings.filter(({ rule }) => rule === 'candidate/proper-noun').map(({ message }) => message),
  ).toEqual(['“Norwick” may be a name']);
});

describe('a name that is everywhere', () => {
  it('is told at twenty places, with how many more there are', () => {
    const told = check(essay('zorblatt is here. '.repeat(30))).filter(
      ({ rule }) => rule === 'never-name/text',
    );
    expect(told).toHaveLength(20);
    expect(told.at(-2)?.message).toBe('this shows never-name entry 1');
    expect(told.at(-1)?.message).toBe('this shows never-name entry 1; 10 more places in this file do, too');
  });

  it('takes as long as the text is', { timeout: 60_000 }, () => {
    const started = performance.now();
    check(essay('zorblatt is here. '.repeat(11_000)));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
