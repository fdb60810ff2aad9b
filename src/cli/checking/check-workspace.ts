import { checkIssues } from '../../check/check-issues.ts';
import type { CheckResult } from '../../check/check-result.ts';
import { hideLines } from '../../check/never-name/hide-lines.ts';
import { redact } from '../../check/never-name/redact.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Remember } from '../../issue/remember.ts';
import type { Finding } from '../../source/finding.ts';
import { settingsFile } from '../../workspace/find-workspace.ts';
import type { Workspace } from '../../workspace/workspace.ts';

interface CheckScope {
  /** The issues to report on; absent means all. */
  readonly named?: readonly ParsedIssue[];
  /** What was found beyond the text of the issues. */
  readonly further?: readonly Finding[];
  readonly remember?: Remember | undefined;
}

/** Holds the issues of a workspace against the rules; reports on all of them or on the named files. */
export function checkWorkspace(
  { settings, ruleSettings, neverNames }: Workspace,
  issues: readonly ParsedIssue[],
  { named, further = [], remember }: CheckScope = {},
): CheckResult {
  return checkIssues(issues, {
    newsletter: settings,
    ruleSettings,
    ...(neverNames === undefined ? {} : { neverNames }),
    ...(named === undefined ? {} : { named: new Set(named.map(({ file }) => file)) }),
    further,
    ...(remember === undefined ? {} : { remember }),
  });
}

/** The texts in which findings have their places, by file, as they may be shown: without a name that must not appear. */
export function sourcesOf(
  { neverNames = [], ownTemplates, settingsSource }: Workspace,
  issues: readonly ParsedIssue[],
): ReadonlyMap<string, string> {
  const texts = [
    ...issues.map(({ file, source }) => [file, source] as const),
    [settingsFile, settingsSource] as const,
    ...Array.from(ownTemplates, ([path, text]) => [templateFile(path), plainLines(text)] as const),
  ];
  return new Map(texts.map(([file, text]) => [redact(file, neverNames), hideLines(text, neverNames)]));
}

/** What findings call a template of the workspace's own. */
export function templateFile(path: string): string {
  return `templates/${path}`;
}

/** As places count: LF line ends, no byte order mark. */
function plainLines(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
}
