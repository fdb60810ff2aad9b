import { buffer } from 'node:stream/consumers';
import { decodePasted, type PastedText } from '../../draft/decode-pasted.ts';
import { type ImportedDraft, type ImportFault, importBoard, importText } from '../../draft/import-text.ts';
import { draftNextIssue } from '../../draft/next-issue.ts';
import { formatDrafted } from '../../terminal/drafted-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { addIssue } from '../drafting/add-issue.ts';
import { fetchBoard } from '../drafting/fetch-board.ts';
import { type EarlierIssue, findEarlierIssue } from '../drafting/find-earlier-issue.ts';
import { shapesOf } from '../drafting/shapes-of.ts';
import { openInput } from '../open-input.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readIssues } from '../read-issues.ts';
import { today } from '../today.ts';

/** `penny import <file, - or address>`: a draft out of plain text, or out of what a job board answers. */
export const importIssue: Command<object> = async (context, _options, [name = '']) => {
  const workspace = openWorkspace(context);
  const issues = readIssues(workspace);
  const next = draftNextIssue('TODO', shapesOf(issues), today());
  const imported = /^https?:\/\//i.test(name)
    ? importBoard(await fetchBoard(name), next)
    : importText(await readText(name, context), { newsletter: newsletterOf(workspace), next });
  if (typeof imported === 'string')
    throw new UsageError(`${name} ${faults[imported].what}`, faults[imported].hint);
  const { draft, ...found } = imported;
  const earlier = findEarlierIssue(draft, issues);
  const report = { ...found, ...(earlier === undefined ? {} : { earlier }) };
  const { path, why } = addIssue(workspace, draft, issues);
  if (why !== undefined) context.terminal.warn(why);
  return {
    exitCode: 0,
    json: { path, number: draft.number, ...report } satisfies ImportReport,
    text: `${formatDrafted(report, context.terminal.concealed)}\n${path}`,
  };
};

interface ImportReport extends Omit<ImportedDraft, 'draft'> {
  readonly path: string;
  readonly number: number;
  readonly earlier?: EarlierIssue;
}

const faults: Readonly<Record<ImportFault, { readonly what: string; readonly hint: string }>> = {
  'unknown JSON': {
    what: 'is JSON of a shape that penny does not know',
    hint: 'save the jobs of Greenhouse, Lever, Ashby or Workable as their public boards give them',
  },
  'broken JSON': {
    what: 'starts as JSON and is not whole',
    hint: 'save the answer of the job board again, all of it',
  },
  'no job': {
    what: 'is a job board without an open job',
    hint: 'look at the board in a browser: its jobs may be closed, or not listed',
  },
  HTML: {
    what: 'is the source of a page, HTML',
    hint: 'open it in a browser, select and copy the text, and import that',
  },
  'an issue': {
    what: 'is an issue already',
    hint: 'put the file into the folder issues/ and give it the next number',
  },
};

function newsletterOf({
  settings,
  issueDefaults,
}: Workspace): Parameters<typeof importText>[1]['newsletter'] {
  const { roleCta, candidateCta, essayTitle } = issueDefaults;
  return { name: settings.name, roleCta, candidateCta, essayTitle };
}

async function readText(name: string, context: CommandContext): Promise<PastedText> {
  const decoded = decodePasted(await buffer(await openInput(name, context)));
  if ('fault' in decoded) throw new UsageError(`${name}: ${decoded.fault.message}`, decoded.fault.hint ?? '');
  if (decoded.text.trim() === '')
    throw new UsageError(`${name} is empty`, 'name a file with the text of a newsletter');
  return decoded;
}
