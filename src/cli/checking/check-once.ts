import { treatWarningsAsErrors } from '../../check/check-result.ts';
import type { PageVisitor } from '../../http/page-visitor.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import { formatGithub } from '../../terminal/findings-github.ts';
import { findingsDocument } from '../../terminal/findings-json.ts';
import { formatFindings } from '../../terminal/findings-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findIssue, readIssues } from '../read-issues.ts';
import { checkWorkspace, sourcesOf } from './check-workspace.ts';
import { findFurther } from './find-further.ts';
import type { FixedIssues } from './fix-issues.ts';
import { visitLinks } from './visit-links.ts';

export interface CheckOptions {
  readonly strict?: boolean;
  readonly fix?: boolean;
  readonly format?: 'text' | 'github';
}

export interface CheckRequest {
  readonly options: CheckOptions;
  /** Numbers, slugs or paths; none means all. */
  readonly names: readonly string[];
  /** Who calls the links, where that was asked for. */
  readonly visitor?: PageVisitor;
  /** Ends the calls before they are all through. */
  readonly stop?: AbortSignal;
}

/**
 * Checks the named issues, or all. Findings as text go to standard error, workflow annotations and JSON to standard
 * output.
 */
export async function checkOnce(
  context: CommandContext,
  { options, names, visitor, stop }: CheckRequest,
): Promise<Outcome> {
  const workspace = openWorkspace(context);
  const asWritten = readIssues(workspace);
  const naming = { folder: context.folder, workspaceFolder: workspace.folder };
  const files = new Set(names.map((name) => findIssue(asWritten, name, naming).file));
  const isWanted = ({ file }: ParsedIssue): boolean => files.size === 0 || files.has(file);
  const fixed = options.fix === true ? await fix(workspace, asWritten.filter(isWanted), context) : undefined;

  const issues = fixed === undefined ? asWritten : readIssues(workspace);
  const named = issues.filter(isWanted);
  const further = await findFurther(workspace, named);
  const online =
    visitor === undefined ? [] : await visitLinks(workspace, named, { visitor, context, all: issues, stop });
  const found = checkWorkspace(workspace, issues, { named, further: [...further, ...online] });
  const result = options.strict === true ? treatWarningsAsErrors(found) : found;

  const { terminal, json } = context;
  const asText = !json && options.format !== 'github';
  if (asText) terminal.warn(formatFindings(result.findings, sourcesOf(workspace, issues), terminal));
  return {
    exitCode: result.summary.errors > 0 ? 1 : 0,
    json: { ...findingsDocument(result), ...(fixed === undefined ? {} : { fixed }) },
    text: asText ? '' : formatGithub(result.findings),
  };
}

/** The fixes are shown before what is left to find. */
async function fix(
  workspace: Workspace,
  issues: readonly ParsedIssue[],
  { terminal }: CommandContext,
): Promise<FixedIssues['fixed']> {
  const { fixIssues } = await import('./fix-issues.ts');
  const { formatChanges } = await import('../../terminal/fixes-text.ts');
  const { changes, fixed } = fixIssues(workspace, issues);
  if (changes.length > 0) terminal.warn(`${formatChanges(changes, terminal)}\n`);
  return fixed;
}
