import type { WrittenBlock } from '../../issue/issue.ts';
import { alignText } from './align-text.ts';
import type { LineMatch } from './find-in-lines.ts';
import { findInView } from './find-in-view.ts';
import { SourceOffsets } from './source-offsets.ts';
import type { Stretch } from './stretches.ts';
import { joinViews, type TextView } from './text-view.ts';

/** A match in something that readers will read. */
export interface TextMatch extends LineMatch {
  /** The block in which it stands; absent in the front matter and in the introduction. */
  readonly block?: WrittenBlock;
  /** The field in which it stands, such as `title`; absent in markdown. */
  readonly field?: string;
}

export interface StretchSearch {
  /** A global one. */
  readonly pattern: RegExp;
  /** How to read a stretch before the pattern is looked for; as it stands, unless told. */
  readonly read?: (view: TextView) => TextView;
}

/** Every match in stretches of a file’s text, in the order of the stretches, each at its place in the file. */
export function findInStretches(
  source: string,
  stretches: readonly Stretch[],
  { pattern, read }: StretchSearch,
): readonly TextMatch[] {
  const offsets = new SourceOffsets(source);
  return stretches.flatMap(({ place, pieces, ...about }) => {
    const text = pieces.map((piece) => piece.text).join('');
    // Most stretches hold no match, and need no places.
    if (read === undefined && text.search(pattern) < 0) return [];
    const view = viewPieces(pieces, source, { within: offsets.spanOf(place), offsets });
    return findInView(read?.(view) ?? view, pattern, offsets).map((match) => ({ ...match, ...about }));
  });
}

function viewPieces(
  pieces: Stretch['pieces'],
  source: string,
  {
    within: [from, to],
    offsets,
  }: { readonly within: readonly [number, number]; readonly offsets: SourceOffsets },
): TextView {
  let end = from;
  const views = pieces.map(({ text, place }) => {
    const span = place === undefined ? ([end, to] as const) : offsets.spanOf(place);
    const view = alignText(source, span, text);
    end = view.ends.at(-1) ?? end;
    return view;
  });
  return joinViews(views);
}
