import { styleText } from 'node:util';
import type { Finding, Severity } from '../source/finding.ts';
import { displayWidth } from './display-width.ts';
import { type ExcerptRow, excerptOf } from './findings-excerpt.ts';
import { safe } from './safe-text.ts';

export interface FindingsTextOptions {
  readonly colour: boolean;
  /** Columns of the terminal; source lines are cut to fit. */
  readonly width?: number;
}

/**
 * Findings as a person reads them, one after the other with the source line and a marker under the span, and a last
 * line that counts them. `sources` holds the text of each file in which the places count (LF line ends, no byte
 * order mark); a file that is not in it is reported without its line.
 */
export function formatFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  { colour, width = 100 }: FindingsTextOptions,
): string {
  const paint: Paint = colour
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
  const lines = new Map([...sources].map(([file, source]) => [file, source.split('\n')]));
  const reports = findings.map((finding) =>
    formatFinding(finding, lines.get(finding.file) ?? [], { paint, width }),
  );
  return [...reports, countFindings(findings)].join('\n\n');
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';
type Paint = (style: Style, text: string) => string;

const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** Columns below which a source line is not cut any further, however narrow the terminal. */
const narrowest = 20;

interface Look {
  readonly paint: Paint;
  readonly width: number;
}

function formatFinding(finding: Finding, lines: readonly string[], look: Look): string {
  const { paint } = look;
  const where = paint('bold', safe(`${finding.file}:${finding.line}:${finding.column}`));
  const severity = paint(severityStyles[finding.severity], finding.severity);
  return [
    `${where}  ${severity}  ${paint('dim', safe(finding.rule))}`,
    ...formatProblem(finding, lines, look),
    ...(finding.hint === undefined ? [] : [`  ${paint('bold', 'hint:')} ${safe(finding.hint)}`]),
  ].join('\n');
}

/** The source with its markers; the message stands beside the last marker, or below it where that is too narrow. */
function formatProblem(finding: Finding, lines: readonly string[], { paint, width }: Look): string[] {
  const margin = String(finding.endLine).length + 2;
  const room = Math.max(narrowest, width - margin - ' | '.length);
  const mark = (text: string): string => paint(severityStyles[finding.severity], text);
  const message = safe(finding.message);

  const rows = excerptOf(lines, finding, room);
  const last = rows.at(-1);
  if (last === undefined) return [`  ${mark(message)}`];
  const beside = `${last.text} ${message}`;
  const shown: readonly ExcerptRow[] =
    displayWidth(beside) <= room
      ? [...rows.slice(0, -1), { ...last, text: beside }]
      : [...rows, { ...last, text: message }];
  return shown.map(({ kind, label, text }) => {
    const edge = paint('dim', `${label.padStart(margin)} |`);
    if (text === '') return edge;
    return `${edge} ${kind === 'marker' ? mark(text) : text}`;
  });
}

/** `2 errors, 1 warning`, and how many of them nobody needs to mend by hand. */
function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  if (counts.length === 0) return 'no findings';
  const fixable = findings.filter(({ fix }) => fix !== undefined).length;
  return [
    counts.join(', '),
    ...(fixable === 0 ? [] : [`penny check --fix can mend ${fixable} of them`]),
  ].join('; ');
}
