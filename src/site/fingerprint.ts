import { createHash } from 'node:crypto';
import type { Issue } from '../issue/issue.ts';
import type { Picture } from '../issue/picture.ts';

/** Differs whenever anything differs that a page could show of an issue. */
export function fingerprint(issue: Issue): string {
  const mark = known.get(issue) ?? digestOf(issue);
  known.set(issue, mark);
  return mark;
}

/** The pages of an issue, of its neighbours and of its roles ask for the same one. */
const known = new WeakMap<Issue, string>();

function digestOf({ pictures, shareImage, ...issue }: Issue): string {
  const shown = Array.from(pictures, ([address, picture]) => [address, withoutBytes(picture)]);
  const parts = [issue, shown, shareImage === undefined ? null : withoutBytes(shareImage)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** A page names a picture and says how large it is. */
function withoutBytes({ bytes: _, ...picture }: Picture): object {
  return picture;
}
