import type { Issue } from '../../issue/issue.ts';
import { keepPicturesIn } from '../../pictures/picture-store.ts';
import { readPictures } from '../../pictures/read-pictures.ts';
import { columnWidthOf } from '../../render/column-width.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Issues with the pictures that lie beside them: no wider than the column of the mail, twice as sharp. */
export async function withPictures(
  { settings, paths }: Workspace,
  issues: readonly Issue[],
): Promise<readonly Issue[]> {
  const folders = {
    issuesFolder: paths.issues,
    columnWidth: columnWidthOf(settings.theme),
    store: keepPicturesIn(paths.pictures),
  };
  const complete: Issue[] = [];
  for (const issue of issues) complete.push(await readPictures(issue, folders));
  return complete;
}
