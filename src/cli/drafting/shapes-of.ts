import type { IssueShape } from '../../draft/next-issue.ts';
import type { BlockKind } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';

/** What the next issue takes over from the ones that there are. One that cannot be read has no shape. */
export function shapesOf(issues: readonly ParsedIssue[]): readonly IssueShape[] {
  return issues.flatMap(({ written }) => {
    if (written?.frontMatter.fields.number === undefined) return [];
    const { number, date } = written.frontMatter.fields;
    const hasSubtitle = written.frontMatter.places.has('subtitle');
    const blocks = written.blocks.map(({ kind }) => names[kind]);
    return [{ number, hasSubtitle, blocks, ...(date === undefined ? {} : { date }) }];
  });
}

const names = {
  openRole: 'open role',
  activeCandidate: 'active candidate',
  essay: 'penny for my thoughts',
} as const satisfies Record<BlockKind, string>;
