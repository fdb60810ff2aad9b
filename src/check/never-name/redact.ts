import type { Finding } from '../../source/finding.ts';
import type { NameInIssue } from './find-in-issue.ts';
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

/**
 * Findings as they may be shown. Words that quote the author are redacted, and a span in a line that holds a name is
 * cut to its start: its end could give away how long the name is.
 *
 * @param names what each issue shows of the list, by file
 */
export function redactFindings(
  findings: readonly Finding[],
  {
    list,
    names,
  }: { readonly list: NeverNameList; readonly names: ReadonlyMap<string, readonly NameInIssue[]> },
): readonly Finding[] {
  if (list.length === 0) return findings;
  return findings.map((finding) => {
    const { file, line, column, endLine, message, hint } = finding;
    const isHidden = (names.get(file) ?? []).some(
      ({ place, lastLine }) => place.line <= endLine && line <= lastLine,
    );
    return {
      ...finding,
      ...(isHidden ? { endLine: line, endColumn: column + 1 } : {}),
      file: redact(file, list),
      message: redact(message, list),
      ...(hint === undefined ? {} : { hint: redact(hint, list) }),
    };
  });
}
