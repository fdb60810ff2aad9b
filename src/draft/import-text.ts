import type { PastedText } from './decode-pasted.ts';
import type { DraftIssue } from './draft-issue.ts';
import { isRecord, type JobBoard, type JobPosting, toRole } from './job-boards/job-posting.ts';
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
  /** What the text speaks of and the draft has none of. */
  readonly notFound: readonly ('role' | 'candidate')[];
}

interface ImportContext {
  readonly newsletter: KnownNewsletter;
  /** The next issue: its number and its date are the draft's. */
  readonly next: DraftIssue;
}

/** Why nothing could be drafted. */
export type ImportFault = 'unknown JSON' | 'broken JSON' | 'no job' | 'an issue' | 'HTML';

/** Drafts an issue out of plain text, or out of the saved JSON of a job board. */
export function importText(
  { text, guessed }: PastedText,
  { newsletter, next }: ImportContext,
): ImportedDraft | ImportFault {
  const document = parseJson(text);
  if (document === 'broken JSON') return document;
  if (document !== undefined) {
    const board = readJobBoard(document.value);
    if (board === undefined) return isBoardWithoutJobs(document.value) ? 'no job' : 'unknown JSON';
    return board.jobs.length === 0 ? 'no job' : importBoard(board, next);
  }
  if (isIssue(text)) return 'an issue';
  if (isPage(text)) return 'HTML';
  const { draft, ...report } = readPlainText(text, newsletter);
  return {
    ...report,
    draft: { ...draft, number: next.number, date: next.date },
    guessed: [...guessed, ...report.guessed],
  };
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

/** Every board answers so when nothing is open, whoever it is of. */
function isBoardWithoutJobs(document: unknown): boolean {
  if (Array.isArray(document)) return document.length === 0;
  return isRecord(document) && Array.isArray(document['jobs']) && document['jobs'].length === 0;
}

/** What this tool reads as it is: front matter, and blocks that open as they do in a file. */
function isIssue(text: string): boolean {
  return (
    /^\s*---[^\S\n]*\n/.test(text) &&
    /^---(?:open role|active candidate|penny for my thoughts)\s*$/im.test(text)
  );
}

/** The source of a page: its tags would be read as the author's words. */
function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|meta|div|p|h[1-6]|ul|ol|table|span)\b[^<>]*>/i.test(text);
}

/** Drafts an issue with the roles of a job board: their facts, and none of their prose. */
export function importBoard({ jobs, skipped }: JobBoard, next: DraftIssue): ImportedDraft {
  const [first] = jobs;
  const title = first?.title ?? next.title;
  const dropped = [
    ...jobs.flatMap(remarkOn),
    ...skipped.map(({ place, title: text, why }) => ({ line: place, text, what: why })),
  ];
  return {
    draft: { ...next, title, subtitle: 'TODO', blocks: jobs.map(toRole) },
    lines: jobs.length + skipped.length,
    kept: jobs.length,
    guessed: [{ line: first?.place ?? 1, text: title, what: 'the title' }],
    dropped: dropped.toSorted((left, right) => left.line - right.line),
    notFound: [],
  };
}

function remarkOn({ place, title, location, unsure, leftOut }: JobPosting): readonly Remark[] {
  return [
    ...unsure,
    ...(looksLikeHtml(title) ? ['title: reads like HTML, and is kept as it stands'] : []),
    ...(looksLikeHtml(location ?? '') ? ['location: reads like HTML, and is kept as it stands'] : []),
    ...(leftOut.length === 0 ? [] : [`left out: ${listNames(leftOut)}; the bullets are yours to write`]),
  ].map((what) => ({ line: place, text: title, what }));
}

function listNames(names: readonly string[]): string {
  const most = 30;
  const more = names.length > most ? [`${names.length - most} more`] : [];
  return [...names.slice(0, most), ...more].join(', ');
}

function looksLikeHtml(text: string): boolean {
  return /&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});|<\/?[a-z]/i.test(text);
}
