import { alignText } from './align-text.ts';
import type { SourceOffsets } from './source-offsets.ts';
import type { Stretch } from './stretches.ts';
import { joinViews, type TextView } from './text-view.ts';

/** A file’s text, and what turns places in it into offsets. */
export interface PlacedSource {
  readonly source: string;
  readonly offsets: SourceOffsets;
}

/** What readers read of a stretch, each character with where it stands in the file. */
export function viewStretch({ place: whole, pieces }: Stretch, { source, offsets }: PlacedSource): TextView {
  let [end, to] = offsets.spanOf(whole);
  const views = pieces.map(({ text, place }) => {
    const span = place === undefined ? ([end, to] as const) : offsets.spanOf(place);
    const view = alignText(source, span, text);
    end = view.ends.at(-1) ?? end;
    return view;
  });
  return joinViews(views);
}
