import type { AudienceStore } from '../../audience/audience-store.ts';
import { fold } from '../../audience/segment/fold.ts';
import { didYouMean } from '../../source/did-you-mean.ts';
import { safe } from '../../terminal/safe-text.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ReadSegment } from './read-segment.ts';

/**
 * A slip in the name of a tag or field leaves nobody in, or behind a `not` nobody out: it is told before anybody is
 * mailed.
 */
export function tellUnknownNames(
  { names }: ReadSegment,
  store: Pick<AudienceStore, 'tags' | 'fields'>,
  terminal: Terminal,
): void {
  const { tags, fields } = names;
  if (tags.length > 0) tellUnknown('tag', { named: tags, known: store.tags() }, terminal);
  if (fields.length > 0) tellUnknown('field', { named: fields, known: store.fields() }, terminal);
}

function tellUnknown(
  what: keyof typeof hints,
  { named, known }: { readonly named: readonly string[]; readonly known: readonly string[] },
  terminal: Terminal,
): void {
  const folded = new Set(known.map(fold));
  for (const name of named) {
    if (folded.has(fold(name))) continue;
    const meant = didYouMean(name, known);
    const hint = meant === undefined ? hints[what] : `did you mean ${safe(meant)}?`;
    terminal.warn(`nobody has the ${what} “${safe(name)}”\n  hint: ${hint}`);
  }
}

const hints = {
  tag: 'penny subscribers list shows the tags',
  field: 'penny subscribers show ADDRESS shows the fields of somebody',
} as const;
