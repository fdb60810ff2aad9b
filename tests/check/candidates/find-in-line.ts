import { createArchive } from '../../../src/check/archive.ts';
import { runRule } from '../../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../../src/check/newsletter.ts';
import type { Rule } from '../../../src/check/rule.ts';
import type { WrittenIssue } from '../../../src/issue/issue.ts';
import { parseFiles } from '../parse-sample.ts';

/** An issue of November 2026 with a candidate that has this line. */
export function issueWithLine(line: string, field = ''): readonly WrittenIssue[] {
  const text = `---\ntitle: a\nnumber: 1\ndate: 2026-11-24\n---\n\n---active candidate\ntitle: vp of sales\n${field}---\n\n- ${line}\n`;
  return parseFiles({ 'issues/001-a.md': text }).flatMap(({ written }) => written ?? []);
}

/** What a rule quotes of a candidate with this line. */
export function findInLine(rule: Rule, line: string, field = ''): readonly string[] {
  return issueWithLine(line, field)
    .flatMap((issue) =>
      runRule(rule, { issue, archive: createArchive([issue]), newsletter: sampleNewsletter, names: [] }),
    )
    .map(({ message }) => /“(.*)”/u.exec(message)?.[1] ?? message);
}
