import { judgeMailSize } from '../check/mail-size/mail-clipped.ts';
import { mayBeClipped } from '../check/mail-size/may-be-clipped.ts';
import { judgeAccent } from '../check/theme/accent-contrast.ts';
import { longestFilled } from '../delivery/personalise.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import { contrastOnLight, themeTokens } from '../render/theme-tokens.ts';
import type { Finding } from '../source/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What is to be found in more than the text of these issues: in their mails, and in the settings. */
export async function findFurther(
  workspace: Workspace,
  issues: readonly ParsedIssue[],
): Promise<readonly Finding[]> {
  return [...(await measureMails(workspace, issues)), ...judgeTheme(workspace)];
}

/** The mails that Gmail would cut off. Only what may be too large is rendered to know. */
async function measureMails(
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

function judgeTheme({ settings, settingPlaces }: Workspace): readonly Finding[] {
  const { accent } = settings.theme;
  const place = settingPlaces.get('theme.accent')?.value;
  const shown = themeTokens(accent).light['link'];
  if (place === undefined || shown === undefined) return [];
  return judgeAccent({ written: accent, shown, contrast: contrastOnLight(accent), place });
}
