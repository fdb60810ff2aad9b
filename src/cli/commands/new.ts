import { draftNextIssue } from '../../draft/next-issue.ts';
import { line } from '../../issue/field-types.ts';
import { type Command, UsageError } from '../command.ts';
import { addIssue } from '../drafting/add-issue.ts';
import { shapesOf } from '../drafting/shapes-of.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readIssues } from '../read-issues.ts';
import { today } from '../today.ts';

/** `penny new <title>`: prints the path of the draft. */
export const newIssue: Command<object> = async (context, _options, words) => {
  const title = words.join(' ').trim();
  if (title === '')
    throw new UsageError('an issue needs a title', 'write it behind the command: penny new "on trust"');
  const { error } = line.safeParse(title);
  if (error !== undefined)
    throw new UsageError(`the title ${error.issues[0]?.message}`, 'write it on one line, as plain text');
  const workspace = openWorkspace(context);
  const issues = readIssues(workspace);
  const draft = draftNextIssue(title, shapesOf(issues), today());
  const { path, why } = addIssue(workspace, draft, issues);
  if (why !== undefined) context.terminal.warn(why);
  context.terminal.say('a draft: write where it says TODO, and take draft: true out when it is ready');
  return { exitCode: 0, json: { path, number: draft.number }, text: path };
};
