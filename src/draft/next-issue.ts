import { type BlockName, blockNames, type DraftBlock, type DraftIssue } from './draft-issue.ts';

/** What is known of the issues that there are. */
export interface IssueShape {
  readonly number: number;
  /** `YYYY-MM-DD`, if it can be read. */
  readonly date?: string;
  readonly hasSubtitle: boolean;
  /** The names of its blocks, in their order. */
  readonly blocks: readonly BlockName[];
}

/**
 * The next issue in the shape of the last one: the same blocks in the same order, with TODO wherever something is to
 * be written. `check` finds each of them. Its date is today, or a week after the last one where that is still to come.
 *
 * @param today `YYYY-MM-DD`
 */
export function draftNextIssue(title: string, issues: readonly IssueShape[], today: string): DraftIssue {
  const last = issues.toSorted((left, right) => left.number - right.number).at(-1);
  const blocks = last === undefined || last.blocks.length === 0 ? blockNames : last.blocks;
  return {
    title,
    ...(last?.hasSubtitle === false ? {} : { subtitle: 'TODO' }),
    number: (last?.number ?? 0) + 1,
    date: last?.date !== undefined && last.date >= today ? weekAfter(last.date) : today,
    introduction: [],
    blocks: blocks.map(draftBlock),
  };
}

function weekAfter(date: string): string {
  return new Date(Date.parse(date) + 7 * 86_400_000).toISOString().slice(0, 10);
}

function draftBlock(name: BlockName): DraftBlock {
  if (name === 'penny for my thoughts')
    return { name, fields: {}, body: [{ kind: 'paragraph', text: 'TODO' }] };
  const apply = name === 'open role' ? { apply: 'https://TODO' } : {};
  return { name, fields: { title: 'TODO', ...apply }, body: [{ kind: 'list', items: ['TODO'] }] };
}
