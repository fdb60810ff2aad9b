import { checkIssues } from '../../src/check/check-issues.ts';
import type { CheckResult } from '../../src/check/check-result.ts';
import { sampleNeverNames } from '../../src/check/never-name/sample-list.ts';
import { sampleNewsletter } from '../../src/check/newsletter.ts';
import type { IssueDefaults } from '../../src/issue/issue.ts';
import { type ParsedIssue, parseIssue } from '../../src/issue/parse-issue.ts';

/** What issues of the samples leave out. */
export const sampleDefaults: IssueDefaults = {
  language: 'en',
  essayTitle: 'penny for my thoughts',
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  contact: 'hello@penny.example',
};

/** The issues of a workspace, from the text of their files by path. */
export function parseFiles(files: Readonly<Record<string, string>>): readonly ParsedIssue[] {
  return Object.entries(files).map(([file, text]) =>
    parseIssue({ file, bytes: Buffer.from(text) }, sampleDefaults),
  );
}

/** What there is to say about these issues, or about the named ones among them. */
export function checkSample(parsed: readonly ParsedIssue[], named?: ReadonlySet<string>): CheckResult {
  return checkIssues(parsed, {
    newsletter: sampleNewsletter,
    ruleSettings: [],
    neverNames: sampleNeverNames,
    ...(named === undefined ? {} : { named }),
  });
}
