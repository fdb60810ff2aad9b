import type { Finding } from '../../source/finding.ts';
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

/** Findings whose words quote the author, as they may be shown. */
export function redactFindings(findings: readonly Finding[], list: NeverNameList): readonly Finding[] {
  if (list.length === 0) return findings;
  return findings.map((finding) => ({
    ...finding,
    file: redact(finding.file, list),
    message: redact(finding.message, list),
    ...(finding.hint === undefined ? {} : { hint: redact(finding.hint, list) }),
  }));
}
