import { createHash } from 'node:crypto';
import type { Block, Issue } from '../issue/issue.ts';
import type { Picture } from '../issue/picture.ts';

/** Differs whenever anything differs that a page could show of an issue. */
export function fingerprint(issue: Issue): string {
  const mark = known.get(issue) ?? digestOf(issue);
  known.set(issue, mark);
  return mark;
}

/** The pages of an issue, of its neighbours and of its roles ask for the same one. */
const known = new WeakMap<Issue, string>();

/** The markdown is what was read from the text, and takes five times the room of it. */
function digestOf({ pictures, shareImage, introduction: _, blocks, ...issue }: Issue): string {
  const shown = Array.from(pictures, ([address, picture]) => [address, withoutBytes(picture)]);
  const drawn = shareImage === undefined ? null : withoutBytes(shareImage);
  const parts = [issue, blocks.map(withoutMarkdown), shown, drawn];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** What a block says beside its markdown. */
export function withoutMarkdown(block: Block): object {
  if (block.kind === 'essay') {
    const { parts: _, ...essay } = block;
    return essay;
  }
  const { body: _, ...card } = block;
  return card;
}

/** A page names a picture and says how large it is. */
function withoutBytes({ bytes: _, ...picture }: Picture): object {
  return picture;
}
