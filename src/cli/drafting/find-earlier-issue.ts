import type { DraftIssue } from '../../draft/draft-issue.ts';
import { writeIssue } from '../../draft/write-issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';

/** An issue that there is already, of the same text or of the same title. */
export interface EarlierIssue {
  readonly path: string;
  /** Whether all of it is the same, but for its number and its date. */
  readonly isSame: boolean;
}

/** The issue that was drafted from the same text before, or else the last one with the same title. */
export function findEarlierIssue(
  draft: DraftIssue,
  issues: readonly ParsedIssue[],
): EarlierIssue | undefined {
  const written = issues.flatMap((issue) => issue.written ?? []);
  const same = written.find(({ source, frontMatter }) => {
    const { number, date } = frontMatter.fields;
    return number !== undefined && date !== undefined && source === writeIssue({ ...draft, number, date });
  });
  if (same !== undefined) return { path: same.file, isSame: true };
  const title = draft.title.toLowerCase();
  const like = written.findLast(({ frontMatter }) => frontMatter.fields.title?.toLowerCase() === title);
  return like === undefined ? undefined : { path: like.file, isSame: false };
}
