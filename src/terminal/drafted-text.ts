import type { Remark } from '../draft/plain-text/remark.ts';
import { safe } from './safe-text.ts';

/** What became of an imported text. */
interface DraftReport {
  readonly lines: number;
  readonly kept: number;
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
  readonly notFound: readonly string[];
  /** An issue that says the same already, or has the same title. */
  readonly earlier?: { readonly path: string; readonly isSame: boolean };
}

/**
 * How much of an imported text was kept, guessed and dropped.
 *
 * @param concealed takes out of a text what must not appear; before the text is cut, which would leave a part of it
 */
export function formatDrafted(report: DraftReport, concealed: (text: string) => string): string {
  const { lines, kept, guessed, dropped, notFound, earlier } = report;
  const quoted = ({ line, text, what }: Remark): string =>
    `  ${line}: “${shorten(safe(concealed(text)))}” ${safe(what)}`;
  return [
    `${lines} in, ${kept} kept, ${dropped.length} dropped or left to you`,
    ...(guessed.length === 0 ? [] : ['taken for', ...guessed.map(quoted)]),
    ...(dropped.length === 0 ? [] : ['not in the draft', ...dropped.map(quoted)]),
    ...notFound.map((what) => `no ${what} found, though the text speaks of one`),
    ...(earlier === undefined ? [] : [describeEarlier(earlier)]),
  ].join('\n');
}

function describeEarlier({ path, isSame }: { readonly path: string; readonly isSame: boolean }): string {
  const what = isSame ? 'is the same draft' : 'has the same title';
  return `${safe(path)} ${what} already: delete the one that you do not want`;
}

function shorten(text: string): string {
  const most = 60;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
