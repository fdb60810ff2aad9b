import { collectLinks } from '../check/online/collect-links.ts';
import { findOnlineFaults } from '../check/online/find-online-faults.ts';
import type { PageVisitor } from '../http/page-visitor.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type { Finding } from '../source/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext } from './command.ts';

/** Calls the links of these issues, and says what is wrong with what they lead to. */
export async function visitLinks(
  { neverNames = [] }: Workspace,
  issues: readonly ParsedIssue[],
  {
    visitor,
    context: { terminal },
  }: { readonly visitor: PageVisitor; readonly context: Pick<CommandContext, 'terminal'> },
): Promise<readonly Finding[]> {
  const uses = issues.flatMap(({ written }) =>
    written === undefined ? [] : collectLinks(written, neverNames),
  );
  const answers = await visitor.visit(
    uses.map(({ address }) => address),
    { onProgress: (done, all) => terminal.status(`${done} of ${all} links looked at`) },
  );
  terminal.status('');
  return findOnlineFaults(uses, answers);
}
