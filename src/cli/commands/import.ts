import { buffer } from 'node:stream/consumers';
import type { DraftIssue } from '../../draft/draft-issue.ts';
import { type JobBoard, toRole } from '../../draft/job-boards/job-posting.ts';
import { readJobBoard } from '../../draft/job-boards/read-job-board.ts';
import { draftNextIssue } from '../../draft/next-issue.ts';
import { type Remark, readPlainText } from '../../draft/read-plain-text.ts';
import { decodeText } from '../../source/decode-text.ts';
import { formatDrafted } from '../../terminal/drafted-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { addIssue } from '../add-issue.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { fetchBoard } from '../fetch-board.ts';
import { openInput } from '../open-input.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readIssues } from '../read-issues.ts';
import { shapesOf } from '../shapes-of.ts';
import { today } from '../today.ts';

/** `penny import <file, - or address>`: a draft out of plain text, or out of what a job board answers. */
export const importIssue: Command<object> = async (context, _options, [name = '']) => {
  const workspace = openWorkspace(context);
  const next = draftNextIssue('TODO', shapesOf(readIssues(workspace)), today());
  const read = /^https?:\/\//i.test(name)
    ? draftOfBoard(await fetchBoard(name), next)
    : readDraft(await readText(name, context), { workspace, next });
  const path = addIssue(workspace, read.draft);
  const { lines, kept, guessed, dropped } = read;
  return {
    exitCode: 0,
    json: { path, number: read.draft.number, lines, kept, guessed, dropped },
    text: `${formatDrafted({ lines, kept, guessed, dropped })}\n${path}`,
  };
};

async function readText(name: string, context: CommandContext): Promise<string> {
  const decoded = decodeText(await buffer(await openInput(name, context)));
  if ('fault' in decoded) throw new UsageError(`${name}: ${decoded.fault.message}`, decoded.fault.hint ?? '');
  if (decoded.text.trim() === '')
    throw new UsageError(`${name} is empty`, 'name a file with the text of a newsletter');
  return decoded.text;
}

interface ReadDraft {
  readonly draft: DraftIssue;
  readonly lines: number;
  readonly kept: number;
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
}

function readDraft(
  text: string,
  { workspace, next }: { readonly workspace: Workspace; readonly next: DraftIssue },
): ReadDraft {
  const document = parseJson(text);
  if (document !== undefined) return draftOfBoard(readBoard(document), next);
  const { roleCta, candidateCta, essayTitle } = workspace.issueDefaults;
  const { draft, ...report } = readPlainText(text, { roleCta, candidateCta, essayTitle });
  return { draft: { ...draft, number: next.number, date: next.date }, ...report };
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readBoard(document: unknown): JobBoard {
  const board = readJobBoard(document);
  if (board !== undefined) return board;
  throw new UsageError(
    'this JSON has a shape that penny does not know',
    'save the jobs of Greenhouse, Lever, Ashby or Workable as their public boards give them',
  );
}

function draftOfBoard({ jobs }: JobBoard, next: DraftIssue): ReadDraft {
  const remarks = jobs.flatMap(({ title, unsure }, index) =>
    unsure.map((what) => ({ line: index + 1, text: title, what })),
  );
  const draft = { ...next, subtitle: 'TODO', blocks: jobs.map(toRole) };
  return { draft, lines: jobs.length, kept: jobs.length, guessed: [], dropped: remarks };
}
