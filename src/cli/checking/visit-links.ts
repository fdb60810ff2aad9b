import { collectLinks } from '../../check/online/collect-links.ts';
import { noteUnvisited } from '../../check/online/find-hidden-candidate.ts';
import { findOnlineFaults } from '../../check/online/find-online-faults.ts';
import type { PageVisitor } from '../../http/page-visitor.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Finding } from '../../source/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext } from '../command.ts';

interface Visit {
  readonly visitor: PageVisitor;
  readonly context: Pick<CommandContext, 'terminal'>;
  /** Every issue of the workspace. */
  readonly all: readonly ParsedIssue[];
  /** Breaks off what is on its way. */
  readonly stop?: AbortSignal | undefined;
}

/** Calls the links of these issues, and says what is wrong with what they lead to. */
export async function visitLinks(
  { neverNames = [] }: Workspace,
  issues: readonly ParsedIssue[],
  { visitor, context: { terminal }, all, stop }: Visit,
): Promise<readonly Finding[]> {
  const uses = collectLinks(writtenOf(issues), { all: writtenOf(all), neverNames });
  const answers = await visitor.visit(
    uses.map(({ address }) => address),
    {
      onProgress: (done, most) => terminal.status(`${done} of ${most} links looked at`),
      ...(stop === undefined ? {} : { stop }),
    },
  );
  terminal.status('');
  return [...noteUnvisited(writtenOf(issues)), ...findOnlineFaults(uses, answers)];
}

function writtenOf(issues: readonly ParsedIssue[]): readonly WrittenIssue[] {
  return issues.flatMap(({ written }) => written ?? []);
}
