import type { WrittenBlock } from '../../issue/issue.ts';
import type { LineMatch } from './find-in-lines.ts';
import { findInView } from './find-in-view.ts';
import { mayMatch } from './may-match.ts';
import type { Pattern } from './pattern.ts';
import { patternFor } from './pattern-for.ts';
import { SourceOffsets } from './source-offsets.ts';
import type { Stretch } from './stretches.ts';
import { viewStretch } from './view-stretch.ts';

/** A match in something that readers will read. */
export interface TextMatch extends LineMatch {
  /** The block in which it stands; absent in the front matter and in the introduction. */
  readonly block?: WrittenBlock;
  /** The field in which it stands, such as `title`; absent in markdown. */
  readonly field?: string;
}

/** Every match of a global pattern in stretches of a file’s text, in their order, each at its place in the file. */
export function findInStretches(
  source: string,
  stretches: readonly Stretch[],
  pattern: Pattern,
): readonly TextMatch[] {
  // Most patterns match nowhere, and most stretches hold no match and need no places.
  if (
    !mayMatch(
      pattern,
      stretches.map(({ text }) => text),
    )
  )
    return [];
  const matching = stretches.filter(({ text }) => text.search(patternFor(pattern, text)) >= 0);
  if (matching.length === 0) return [];
  const file = { source, offsets: new SourceOffsets(source) };
  return matching.flatMap((stretch) => {
    const { block, field } = stretch;
    return findInView(viewStretch(stretch, file), pattern, file.offsets).map((match) => ({
      ...match,
      ...(block === undefined ? {} : { block }),
      ...(field === undefined ? {} : { field }),
    }));
  });
}
