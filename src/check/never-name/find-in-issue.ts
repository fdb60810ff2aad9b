import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { findMentions, findNeverNames, type Mention } from './find-never-names.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
import { placeOfHit } from './place-of-hit.ts';
import { isReleasedAt } from './release-places.ts';
import { type Span, Spans } from './spans.ts';

/** What an issue shows of the list. */
export interface NamesInIssue {
  /** What the rules say of it: where the list does not allow the word, and not every place of a name that is everywhere. */
  readonly told: readonly NameInIssue[];
  /** Every place in its text, by offsets; also where the list allows it. */
  readonly shown: Spans;
  /** Every place in its text where the list does not allow it. */
  readonly forbidden: Spans;
  /** The words at those places, in lower case: each is a part of a name. */
  readonly parts: ReadonlySet<string>;
}

/** An entry of the list that shows in an issue: in its text, or in the name of its file. */
export interface NameInIssue {
  readonly entry: NeverName;
  readonly place: Place;
  /** Whether it shows in running text, in the address of a link, or in the name of a file. */
  readonly within: 'text' | 'link' | 'file';
  /** At the last place that is told: how many more there are behind it. */
  readonly more: number;
}

/** Places of an entry in a file that are told: whoever has mended these looks for the others. */
const mostTold = 20;

/** Everything of the list that an issue shows. */
export function findInIssue(
  { file, source }: Pick<WrittenIssue, 'file' | 'source'>,
  list: NeverNameList,
): NamesInIssue {
  const offsets = new SourceOffsets(source);
  const mentions = findMentions(source, list);
  const forbidden = mentions.filter(
    (mention) => !mention.isAllowed && !isReleasedAt(mention.entry, file, placeOfHit(offsets, mention)),
  );
  const inName = findNeverNames(file, list).map(
    ({ entry }): NameInIssue => ({ entry, place: startOfFile, within: 'file', more: 0 }),
  );
  return {
    told: [...inName, ...(forbidden.length === 0 ? [] : tellMentions(forbidden, { source, offsets }))],
    shown: new Spans(mentions.map(spanOf)),
    forbidden: new Spans(forbidden.map(spanOf)),
    parts: new Set(
      [...new Set(forbidden.map(({ start, end }) => source.slice(start, end)))].flatMap(wordsOf),
    ),
  };
}

function tellMentions(
  forbidden: readonly Mention[],
  { source, offsets }: { readonly source: string; readonly offsets: SourceOffsets },
): readonly NameInIssue[] {
  const toName = describeMention(source, offsets);
  return Array.from(Map.groupBy(forbidden, ({ entry }) => entry).values()).flatMap((all) => {
    const last = Math.min(all.length, mostTold) - 1;
    return all
      .slice(0, mostTold)
      .map((mention, index) => ({ ...toName(mention), more: index === last ? all.length - 1 - last : 0 }));
  });
}

/** The words of a text, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const startOfFile: Place = { line: 1, column: 1, endLine: 1, endColumn: 2 };

function spanOf({ start, end }: Mention): Span {
  return [start, end];
}

function describeMention(
  source: string,
  offsets: SourceOffsets,
): (mention: Mention) => Omit<NameInIssue, 'more'> {
  const links = new Spans(
    Array.from(source.matchAll(/(?:https?:\/\/|mailto:|www\.)[^\s<>"'()]*/gi), ({ 0: link, index }) => [
      index,
      index + link.length,
    ]),
  );
  const files = new Spans(findFileNames(source));
  return (mention) => {
    const first: Span = [mention.start, mention.start + 1];
    const within = links.holds(first) ? 'link' : files.holds(first) ? 'file' : 'text';
    return { entry: mention.entry, place: placeOfHit(offsets, mention), within };
  };
}

/** What ends as names of files do, from its start to its ending. */
function findFileNames(source: string): readonly Span[] {
  return Array.from(source.matchAll(/[^\s<>"'()]+/g)).flatMap(({ 0: run, index }): readonly Span[] => {
    const ending = Array.from(run.matchAll(/\.(?:png|jpe?g|gif|webp|svg|pdf|docx?)\b/gi)).at(-1);
    return ending === undefined ? [] : [[index, index + ending.index + ending[0].length]];
  });
}
