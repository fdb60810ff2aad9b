import { treatWarningsAsErrors } from '../../check/check-result.ts';
import { formatGithub } from '../../terminal/findings-github.ts';
import { findingsDocument } from '../../terminal/findings-json.ts';
import { formatFindings } from '../../terminal/findings-text.ts';
import { checkWorkspace, sourcesOf } from '../check-workspace.ts';
import type { Command } from '../command.ts';
import { explain } from '../explain.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findIssue, readIssues } from '../read-issues.ts';

interface CheckOptions {
  readonly strict?: boolean;
  readonly format?: 'text' | 'github';
  readonly explain?: string;
}

/** `penny check [issue...]`: findings as text go to standard error, workflow annotations and JSON to standard output. */
export const check: Command<CheckOptions> = async (context, options, names) => {
  if (options.explain !== undefined) return explain(options.explain, context);
  const workspace = openWorkspace(context);
  const issues = readIssues(workspace);
  const naming = { folder: context.folder, workspaceFolder: workspace.folder };
  const named = names.map((name) => findIssue(issues, name, naming));
  const found = checkWorkspace(workspace, issues, named.length === 0 ? undefined : named);
  const result = options.strict === true ? treatWarningsAsErrors(found) : found;

  const { terminal, json } = context;
  const asText = !json && options.format !== 'github';
  if (asText) terminal.warn(formatFindings(result.findings, sourcesOf(workspace, issues), terminal));
  return {
    exitCode: result.summary.errors > 0 ? 1 : 0,
    json: findingsDocument(result),
    text: asText ? '' : formatGithub(result.findings),
  };
};
