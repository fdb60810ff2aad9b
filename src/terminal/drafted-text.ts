import type { Remark } from '../draft/plain-text/remark.ts';
import { safe } from './safe-text.ts';

/** What became of an imported text: how much of it was kept, guessed and dropped. */
export function formatDrafted(report: {
  readonly lines: number;
  readonly kept: number;
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
}): string {
  const { lines, kept, guessed, dropped } = report;
  const quoted = ({ line, text, what }: Remark): string =>
    `  ${line}: “${shorten(safe(text))}” ${safe(what)}`;
  return [
    `${lines} in, ${kept} kept, ${dropped.length} dropped or left to you`,
    ...(guessed.length === 0 ? [] : ['taken for', ...guessed.map(quoted)]),
    ...(dropped.length === 0 ? [] : ['not in the draft', ...dropped.map(quoted)]),
  ].join('\n');
}

function shorten(text: string): string {
  const most = 60;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
