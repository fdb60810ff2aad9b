import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runRule } from '../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../src/check/newsletter.ts';
import { issueOnlyClosed } from '../../src/check/rules/issue-only-closed.ts';
import { mailSubjectEmoji } from '../../src/check/rules/mail-subject-emoji.ts';
import { mailSubjectWords } from '../../src/check/rules/mail-subject-words.ts';
import { textNbspRun } from '../../src/check/rules/text-nbsp-run.ts';
import { holdSamples } from './hold-samples.ts';
import { parseFiles } from './parse-sample.ts';

const mine = [issueOnlyClosed, mailSubjectEmoji, mailSubjectWords, textNbspRun];
holdSamples(mine);
it('leaves the first issue alone', () => {
  const file = 'issues/001-are-interviews-really-a-two-way-street.md';
  const [parsed] = parseFiles({ [file]: readFileSync(file, 'utf8') });
  const issue = parsed?.written;
  expect(issue).toBeDefined();
  if (issue === undefined) return;
  for (const rule of mine) expect([...runRule(rule, { issue, others: [], newsletter: sampleNewsletter })]).toEqual([]);
});
