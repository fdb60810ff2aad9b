/**
 * How long checking 200 issues takes over parsing them, alternating in one process. Run: node tests/bench/check-speed.ts
 * The issues are the newsletter's own, each with a number, a date and a title of its own.
 */
import { readFileSync } from 'node:fs';
import { checkIssues } from '../../src/check/check-issues.ts';
import type { NeverNameList } from '../../src/check/never-name/never-name-list.ts';
import { sampleNewsletter } from '../../src/check/newsletter.ts';
import { type ParsedIssue, parseIssue } from '../../src/issue/parse-issue.ts';
import { sampleDefaults } from '../check/parse-sample.ts';
import { median } from './median.ts';

const count = 200;
const rounds = 7;
const goal = 2;

const seed = readFileSync('issues/001-are-interviews-really-a-two-way-street.md', 'utf8');
const files = Array.from({ length: count }, (_, index) => {
  const date = new Date(Date.UTC(2022, 0, 3 + 7 * index)).toISOString().slice(0, 10);
  const text = seed
    .replace('number: 1', `number: ${index + 1}`)
    .replace('date: 2026-11-23', `date: ${date}`)
    .replace('title: are', `title: ${index + 1} are`)
    .replace('vp-of-sales', `vp-of-sales-${index + 1}`);
  return { file: `issues/${String(index + 1).padStart(3, '0')}-a.md`, bytes: Buffer.from(text) };
});
const list: NeverNameList = ['initech', 'jane doe', 'hooli'].map((term, index) => ({
  number: index + 1,
  terms: [term],
  match: 'word',
  allow: [],
}));

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function measure(neverNames: NeverNameList | undefined): void {
  const times = Array.from({ length: rounds }, () => {
    let parsed: readonly ParsedIssue[] = [];
    const parse = time(() => {
      parsed = files.map((file) => parseIssue(file, sampleDefaults));
    });
    const check = time(() => {
      checkIssues(parsed, {
        newsletter: sampleNewsletter,
        ruleSettings: [],
        ...(neverNames === undefined ? {} : { neverNames }),
      });
    });
    return { parse, check };
  });
  const parse = median(times.map((round) => round.parse));
  const check = median(times.map((round) => round.check));
  const ratio = check / parse;
  const names = neverNames === undefined ? 'no list' : `${neverNames.length} names`;
  process.stdout.write(
    `${names}: check ${check.toFixed(0)} ms, parse ${parse.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal: below ${goal})\n`,
  );
  if (ratio >= goal) process.exitCode = 1;
}

measure(undefined);
measure(list);
