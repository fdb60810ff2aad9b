import type { IssueDefaults } from '../issue/issue.ts';
import { type ParsedIssue, parseIssue } from '../issue/parse-issue.ts';
import { applyEdits, type Edit } from '../source/apply-edits.ts';
import type { Finding } from '../source/finding.ts';
import type { Place } from '../source/place.ts';

export interface MendedIssue {
  /** The file's text as it is to be written: all but the mended values to the byte. */
  readonly text: string;
  /** What was mended, in the order in which it was done, each at its place in the text as it was. */
  readonly mended: readonly Finding[];
}

/** More wrong values than this in one file are nobody's typing errors. */
const mostFixes = 100;

/**
 * Makes those fixes of an issue that are mechanical: there is one way to read what was meant, and it stands in the
 * fields, never in prose. One at a time, and each only when the fault is gone with it and nothing broke.
 *
 * @param raw the file's text as it is, with its line ends and its byte order mark
 */
export function mendIssue(
  raw: string,
  { file, defaults }: { readonly file: string; readonly defaults: IssueDefaults },
): MendedIssue {
  const parse = (text: string): ParsedIssue =>
    parseIssue({ file, bytes: new TextEncoder().encode(text) }, defaults);
  const mended: Finding[] = [];
  const edits: Edit[] = [];
  let text = raw;
  let parsed = parse(text);
  while (mended.length < mostFixes) {
    const step = firstThatHolds(text, parsed, parse);
    if (step === undefined) break;
    mended.push({ ...step.finding, ...placeBefore(step.edit.place, edits) });
    edits.push(step.edit);
    text = step.text;
    parsed = step.parsed;
  }
  return { text, mended };
}

interface Step {
  readonly finding: Finding;
  readonly edit: Edit;
  readonly text: string;
  readonly parsed: ParsedIssue;
}

function firstThatHolds(
  text: string,
  before: ParsedIssue,
  parse: (text: string) => ParsedIssue,
): Step | undefined {
  for (const finding of before.findings) {
    const edit = editFor(finding, before.source);
    if (edit === undefined) continue;
    const changed = applyEdits(text, [edit]);
    const parsed = parse(changed);
    if (isBetter(parsed, before, finding)) return { finding, edit, text: changed, parsed };
  }
  return undefined;
}

/** Quotes stay. A value that does not stand there as it reads, such as one with escapes, is left to its author. */
function editFor({ fix, line, column, endLine, endColumn }: Finding, source: string): Edit | undefined {
  if (fix === undefined || line !== endLine) return undefined;
  const written = (source.split('\n')[line - 1] ?? '').slice(column - 1, endColumn - 1);
  const quote = ['', '"', "'"].find((sign) => written === sign + fix.from + sign);
  if (quote === undefined) return undefined;
  return { place: { line, column, endLine, endColumn }, text: quote + fix.to + quote };
}

/** Where a place was before these edits were made, one after the other. None of them spans lines. */
function placeBefore({ line, column, endColumn }: Place, edits: readonly Edit[]): Place {
  const undo = (at: number): number =>
    edits.reduceRight((now, { place, text }) => {
      if (place.line !== line) return now;
      const end = place.column + text.length;
      return now < end ? Math.min(now, place.endColumn) : now - end + place.endColumn;
    }, at);
  return { line, column: undo(column), endLine: line, endColumn: undo(endColumn) };
}

/** A key that comes to stand there twice, or YAML that cannot be read any more, is worse than what it was. */
function isBetter(after: ParsedIssue, before: ParsedIssue, mended: Finding): boolean {
  const broken = ({ findings }: ParsedIssue): number =>
    findings.filter(({ rule }) => rule === 'schema/yaml' || rule === 'schema/duplicate-key').length;
  const isThere = after.findings.some(
    ({ rule, line, column }) => rule === mended.rule && line === mended.line && column === mended.column,
  );
  return !isThere && broken(after) <= broken(before);
}
