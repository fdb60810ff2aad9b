import { judgeMailSize } from '../check/mail-size/mail-clipped.ts';
import { mayBeClipped } from '../check/mail-size/may-be-clipped.ts';
import { longestFilled } from '../delivery/personalise.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type { Finding } from '../source/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The mails among these issues that Gmail would cut off. Only what may be too large is rendered to know. */
export async function measureMails(
  { settings, templates }: Workspace,
  issues: readonly ParsedIssue[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { issue, written } of issues) {
    if (issue === undefined || written === undefined || !mayBeClipped(written)) continue;
    const { renderEdition } = await import('../render/render-edition.ts');
    const { html } = await renderEdition(issue, settings, templates);
    findings.push(...judgeMailSize(written, longestFilled(html, [], settings.url)));
  }
  return findings;
}
