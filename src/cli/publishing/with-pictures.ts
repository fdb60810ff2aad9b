import type { Issue } from '../../issue/issue.ts';
import { keepPicturesIn } from '../../pictures/picture-store.ts';
import { readPictures } from '../../pictures/read-pictures.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** In pixels, on each side of what is written in a mail (`templates/email/inline.css`). */
const padding = 32;

/** Issues with the pictures that lie beside them: no wider than the column of the mail, twice as sharp. */
export async function withPictures(
  { settings, paths }: Workspace,
  issues: readonly Issue[],
): Promise<readonly Issue[]> {
  const folders = {
    issuesFolder: paths.issues,
    columnWidth: settings.theme.width - 2 * padding,
    store: keepPicturesIn(paths.pictures),
  };
  const complete: Issue[] = [];
  for (const issue of issues) complete.push(await readPictures(issue, folders));
  return complete;
}
