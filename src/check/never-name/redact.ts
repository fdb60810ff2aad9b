import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { type NamesInIssue, wordsOf } from './find-in-issue.ts';
import { findNeverNames } from './find-never-names.ts';
import type { NeverNameList } from './never-name-list.ts';

/** The text with everything in it that the list forbids replaced by a word that tells nothing, not even a length. */
export function redact(text: string, list: NeverNameList): string {
  const hits = findNeverNames(text, list);
  if (hits.length === 0) return text;
  let shown = '';
  let end = 0;
  for (const hit of hits) {
    if (hit.start >= end) shown += `${text.slice(end, hit.start)}[never-name ${hit.entry.number}]`;
    end = Math.max(end, hit.end);
  }
  return shown + text.slice(end);
}

/** A text with places, in which findings stand. */
interface NamedSource {
  readonly source: string;
  readonly names: NamesInIssue;
}

interface Redaction {
  readonly list: NeverNameList;
  /** The texts by file, each with what it shows of the list. */
  readonly sources: ReadonlyMap<string, NamedSource>;
}

/**
 * Findings as they may be shown. Words that quote the author are redacted, and a span that shares a line with a name is
 * cut to its start: its end could give away how long the name is. One that touches a name quotes nothing at all, since a
 * part of a name tells as much, and one that only says that there may be a name is left out: the list has said so.
 */
export function redactFindings(
  findings: readonly Finding[],
  { list, sources }: Redaction,
): readonly Finding[] {
  if (list.length === 0) return findings;
  const places = new Map(Array.from(sources, ([file, named]) => [file, placesOf(named)]));
  return findings.flatMap((finding) => {
    const { file, line, column, message, hint, rule } = finding;
    const around = places.get(file);
    const isNamed = around?.touchesName(finding) === true && !rule.startsWith('never-name/');
    if (isNamed && suspectsName.has(rule)) return [];
    const say = (text: string, instead: string): string =>
      isNamed && quotesName(text, sources.get(file)?.names) ? instead : redact(text, list);
    return {
      ...finding,
      ...(around?.sharesLine(finding) === true ? { endLine: line, endColumn: column + 1 } : {}),
      file: redact(file, list),
      message: say(message, 'what is wrong here cannot be quoted: it touches a name that must not appear'),
      ...(hint === undefined
        ? {}
        : { hint: say(hint, `take the name out; penny check --explain ${rule} says what else to do`) }),
    };
  });
}

/** Rules that find what may be a name. */
const suspectsName: ReadonlySet<string> = new Set([
  'candidate/proper-noun',
  'candidate/employer',
  'candidate/handle',
  'candidate/id-readable',
]);

/** Whether words about the place of a name may hold a part of it, or what is spelled nearly so. */
function quotesName(text: string, names: NamesInIssue | undefined): boolean {
  return /“|did you mean/.test(text) || wordsOf(text).some((word) => names?.parts.has(word) === true);
}

interface NamePlaces {
  touchesName(place: Place): boolean;
  sharesLine(place: Place): boolean;
}

function placesOf({ source, names }: NamedSource): NamePlaces {
  const offsets = new SourceOffsets(source);
  return {
    touchesName: (place) => names.forbidden.touches(offsets.spanOf(place)),
    sharesLine: ({ line, endLine }) => {
      const lines = { line, column: 1, endLine: endLine + 1, endColumn: 1 };
      const [start, after] = offsets.spanOf(lines);
      return names.shown.touches([start, Math.max(start, after - 1)]);
    },
  };
}
