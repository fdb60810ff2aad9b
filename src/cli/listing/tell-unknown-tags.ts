import type { AudienceStore } from '../../audience/audience-store.ts';
import { didYouMean } from '../../source/did-you-mean.ts';
import { safe } from '../../terminal/safe-text.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ReadSegment } from './read-segment.ts';

/** A slip in the name of a tag leaves nobody in, or behind a `not` nobody out: it is told before anybody is mailed. */
export function tellUnknownTags(
  { tags }: ReadSegment,
  store: Pick<AudienceStore, 'tags'>,
  terminal: Terminal,
): void {
  const known = store.tags();
  const folded = new Set(known.map((tag) => tag.toLowerCase()));
  for (const tag of tags) {
    if (folded.has(tag.toLowerCase())) continue;
    const meant = didYouMean(tag, known);
    const hint =
      meant === undefined ? 'penny subscribers list shows the tags' : `did you mean ${safe(meant)}?`;
    terminal.warn(`nobody has the tag “${safe(tag)}”\n  hint: ${hint}`);
  }
}
