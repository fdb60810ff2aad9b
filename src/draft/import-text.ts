import type { DraftIssue } from './draft-issue.ts';
import { type JobBoard, toRole } from './job-boards/job-posting.ts';
import { readJobBoard } from './job-boards/read-job-board.ts';
import { type KnownNewsletter, readPlainText } from './plain-text/read-plain-text.ts';
import type { Remark } from './plain-text/remark.ts';

/** An issue drafted out of something else, and what became of that. */
export interface ImportedDraft {
  readonly draft: DraftIssue;
  /** Of a text its lines, of a board its jobs: how many there are, and how many are in the draft. */
  readonly lines: number;
  readonly kept: number;
  readonly guessed: readonly Remark[];
  /** What is not in the draft. */
  readonly dropped: readonly Remark[];
}

interface ImportContext {
  readonly newsletter: KnownNewsletter;
  /** The next issue: its number and its date are the draft's. */
  readonly next: DraftIssue;
}

/** Why nothing could be drafted. */
export type ImportFault = 'unknown JSON' | 'broken JSON';

/** Drafts an issue out of plain text, or out of the saved JSON of a job board. */
export function importText(text: string, { newsletter, next }: ImportContext): ImportedDraft | ImportFault {
  const document = parseJson(text);
  if (document === 'broken JSON') return document;
  if (document !== undefined) {
    const board = readJobBoard(document.value);
    return board === undefined ? 'unknown JSON' : importBoard(board, next);
  }
  const { draft, ...report } = readPlainText(text, newsletter);
  return { draft: { ...draft, number: next.number, date: next.date }, ...report };
}

/** Text that starts as JSON of a board does is JSON, whole or not. */
function parseJson(text: string): { readonly value: unknown } | 'broken JSON' | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return /^\s*(?:\[\s*)?\{\s*"/.test(text) ? 'broken JSON' : undefined;
  }
}

/** Drafts an issue with the roles of a job board: their facts, and none of their prose. */
export function importBoard({ jobs }: JobBoard, next: DraftIssue): ImportedDraft {
  const [first] = jobs;
  const title = first?.title ?? next.title;
  const remarks = jobs.flatMap(({ title: text, unsure, leftOut }, index) =>
    [
      ...unsure,
      ...(leftOut.length === 0 ? [] : [`left out: ${leftOut.join(', ')}; the bullets are yours to write`]),
    ].map((what) => ({ line: index + 1, text, what })),
  );
  return {
    draft: { ...next, title, subtitle: 'TODO', blocks: jobs.map(toRole) },
    lines: jobs.length,
    kept: jobs.length,
    guessed: [{ line: 1, text: title, what: 'the title' }],
    dropped: remarks,
  };
}
