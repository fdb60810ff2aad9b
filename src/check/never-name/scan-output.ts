import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { toFinding } from '../to-finding.ts';
import { findNeverNames } from './find-never-names.ts';
import type { NeverNameList } from './never-name-list.ts';
import { neverNameRules } from './never-name-rules.ts';
import { placeOfHit } from './place-of-hit.ts';
import { redact } from './redact.ts';

/** Something that would leave the house: a file of the site, a part of a message. */
export interface Output {
  /** What it is called, such as `public/index.html`. It is looked at, too. */
  readonly name: string;
  readonly content: string;
}

/**
 * One finding for each entry of the list that an output shows, in its name or anywhere in its content: text, markup,
 * comments, addresses, data, whatever it is encoded in. Neither name nor message holds the term.
 */
export function scanOutput({ name, content }: Output, list: NeverNameList): readonly Finding[] {
  const inName = findNeverNames(name, list).map(({ entry }) => ({ entry: entry.number, place: start }));
  const hits = findNeverNames(content, list);
  const offsets = new SourceOffsets(hits.length === 0 ? '' : content);
  const inContent = hits.map((hit) => ({ entry: hit.entry.number, place: placeOfHit(offsets, hit) }));
  // The first place of each entry: the last one that is set stays.
  const once = new Map([...inName, ...inContent].toReversed().map(({ entry, place }) => [entry, place]));
  return Array.from(once, ([entry, place]) =>
    toFinding(neverNameRules.output, redact(name, list), {
      place,
      message: `this would show never-name entry ${entry}`,
      hint: 'find where it comes from and take it out; if it is only a word there, allow the phrase in the list',
    }),
  );
}

const start: Place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
