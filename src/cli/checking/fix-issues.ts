import { join } from 'node:path';
import { mendIssue } from '../../check/mend-issue.ts';
import { hideLines } from '../../check/never-name/hide-lines.ts';
import { redact } from '../../check/never-name/redact.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Finding } from '../../source/finding.ts';
import type { FileChange } from '../../terminal/fixes-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { changeText } from '../change-text.ts';

/** What `check --fix` did, as it may be shown. */
export interface FixedIssues {
  readonly changes: readonly FileChange[];
  readonly fixed: readonly Pick<Finding, 'file' | 'line' | 'column' | 'rule'>[];
}

/**
 * Makes the mechanical fixes in the files of these issues; a file with none is not touched.
 *
 * @throws UsageError when a file cannot be changed
 */
export function fixIssues(workspace: Workspace, issues: readonly ParsedIssue[]): FixedIssues {
  const { folder, issueDefaults: defaults, neverNames = [] } = workspace;
  const wanted = issues.filter(({ findings }) => findings.some(({ fix }) => fix !== undefined));
  const results = wanted.map(({ file }) => {
    let mended: readonly Finding[] = [];
    const change = (text: string): string => {
      const result = mendIssue(text, { file, defaults });
      mended = result.mended;
      return result.text;
    };
    return { file: redact(file, neverNames), ...changeText(join(folder, file), change), mended };
  });
  return {
    changes: results
      .filter(({ mended }) => mended.length > 0)
      .map(({ file, before, after }) => ({
        file,
        before: hideLines(before, neverNames),
        after: hideLines(after, neverNames),
      })),
    fixed: results.flatMap(({ file, mended }) =>
      mended.map(({ line, column, rule }) => ({ file, line, column, rule })),
    ),
  };
}
