import type { Issue } from '../../issue/issue.ts';
import { makeShareImage } from '../../pictures/make-share-image.ts';
import { keepPicturesIn } from '../../pictures/picture-store.ts';
import type { Letterhead } from '../../render/letterhead.ts';
import { shareCardOfIssue, shareCardOfSite } from '../../render/share-cards.ts';
import type { WorkspacePaths } from '../../workspace/workspace.ts';

/** What is published, with the images that stand for it where its addresses are shared. */
export interface Shared {
  readonly issues: readonly Issue[];
  readonly letterhead: Letterhead;
}

/** As many as are drawn at a time: each takes some megabytes while it is. */
const atOnce = 8;

/** Draws what is not kept yet. Drafts get none. */
export async function withShareImages(
  { issues, letterhead }: Shared,
  { pictures }: Pick<WorkspacePaths, 'pictures'>,
): Promise<Shared> {
  const store = keepPicturesIn(pictures);
  const add = async (issue: Issue): Promise<Issue> => {
    if (issue.draft) return issue;
    return { ...issue, shareImage: await makeShareImage(shareCardOfIssue(issue, letterhead), store) };
  };
  const shared: Issue[] = [];
  for (let start = 0; start < issues.length; start += atOnce) {
    shared.push(...(await Promise.all(issues.slice(start, start + atOnce).map(add))));
  }
  const shareImage = await makeShareImage(shareCardOfSite(letterhead), store);
  return { issues: shared, letterhead: { ...letterhead, shareImage } };
}
