import type { CheckResult } from '../../check/check-result.ts';
import { sentUnknown } from '../../check/sent/sent-unknown.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Remember } from '../../issue/remember.ts';
import { findingsDocument } from '../../terminal/findings-json.ts';
import { type FindingsTextOptions, formatFindings } from '../../terminal/findings-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { checkWorkspace, sourcesOf } from '../checking/check-workspace.ts';
import { findFurther } from '../checking/find-further.ts';
import { type CommandContext, type Outcome, UsageError } from '../command.ts';
import { withPictures } from '../preparing/with-pictures.ts';

/** Issues that may be published, with their pictures, or the outcome that says why they may not. */
export type CheckedIssues =
  | {
      readonly issues: readonly Issue[];
      /** What was shown of them, without colours; empty when there was nothing. */
      readonly warnings: string;
    }
  | { readonly refused: Outcome };

interface WantedIssues {
  readonly workspace: Workspace;
  readonly all: readonly ParsedIssue[];
  readonly wanted: readonly ParsedIssue[];
  readonly remember?: Remember;
}

/**
 * Holds issues against the rules before anything is made of them. What is an error for `penny check` stops it, wherever
 * it stands; warnings are shown and go on.
 *
 * @throws UsageError when it cannot be known which issues were sent
 */
export async function requireChecked(
  { workspace, all, wanted, remember }: WantedIssues,
  context: CommandContext,
): Promise<CheckedIssues> {
  const further = await findFurther(workspace, wanted);
  // No fault of an issue: the command cannot run.
  const unknown = further.find(({ rule }) => rule === sentUnknown.name);
  if (unknown !== undefined) throw new UsageError(unknown.message, unknown.hint ?? '');
  const result = checkWorkspace(workspace, all, { named: wanted, further, remember });
  const shown = result.findings.filter(({ severity }) => severity !== 'note');
  const write = (options: FindingsTextOptions): string =>
    shown.length === 0 ? '' : formatFindings(shown, sourcesOf(workspace, all), options);
  if (shown.length > 0 && !context.json) context.terminal.warn(write(context.terminal));
  if (result.summary.errors > 0) return { refused: refuse(result, context) };
  const issues = wanted.flatMap(({ issue }) => issue ?? []);
  return { issues: await withPictures(workspace, issues), warnings: write({ colour: false }) };
}

function refuse(result: CheckResult, { terminal }: CommandContext): Outcome {
  terminal.warn(
    'penny: stopped, because an error above would be published\n  hint: mend it and run the same command',
  );
  return { exitCode: 1, json: findingsDocument(result), text: '' };
}
