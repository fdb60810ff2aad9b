import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAddress } from '../../audience/parse-address.ts';
import { fileOfIssue } from '../../draft/file-of-issue.ts';
import { addIgnored, type NewWorkspace, schemaFile, writeSettings } from '../../draft/new-workspace.ts';
import { draftNextIssue } from '../../draft/next-issue.ts';
import { writeIssue } from '../../draft/write-issue.ts';
import { formatJson } from '../../terminal/json-text.ts';
import { settingsFile } from '../../workspace/find-workspace.ts';
import { settingsSchema } from '../../workspace/settings-schema.ts';
import { today } from '../add-issue.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { settingsJsonSchema } from '../settings-json-schema.ts';
import { writeNewFile } from '../write-new-file.ts';

interface InitOptions {
  readonly name?: string;
  readonly url?: string;
  readonly from?: string;
  readonly yes?: boolean;
}

/** `penny init [dir]`: settings, a first draft and a .gitignore that keeps what is private out of git. */
export const init: Command<InitOptions> = async (context, options, [name = '.']) => {
  const folder = resolve(context.folder, name);
  const issue = join('issues', fileOfIssue(1, 'hello'));
  refuseUsed(folder, issue);
  const workspace = await gather(context, options);
  requireValid(workspace);
  writeNewFile(join(folder, settingsFile), writeSettings(workspace));
  writeFileSync(join(folder, schemaFile), `${formatJson(settingsJsonSchema())}\n`);
  writeNewFile(join(folder, issue), writeIssue(draftNextIssue('hello', [], today())));
  ignorePrivate(join(folder, '.gitignore'));
  const made = [settingsFile, schemaFile, issue.replaceAll('\\', '/'), '.gitignore'];
  return {
    exitCode: 0,
    json: { folder, files: made },
    text: [...made, '', 'next: penny preview, and write where it says TODO'].join('\n'),
  };
};

/** Before anything is asked or written: a workspace that is half made is none. */
function refuseUsed(folder: string, issue: string): void {
  if (existsSync(join(folder, settingsFile)))
    throw new UsageError(
      `${folder} is a workspace already`,
      'start with penny check in it, or name another folder',
    );
  if (existsSync(join(folder, issue)))
    throw new UsageError(`${join(folder, issue)} is there already`, 'move it away, or name another folder');
}

/** What is written now is read by the same rules from then on. */
function requireValid({ name, url, from }: NewWorkspace): void {
  const parsed = settingsSchema.safeParse({ name, url, sender: { name, address: from } });
  const [fault] = parsed.error?.issues ?? [];
  if (fault === undefined) return;
  const flag = fault.path[0] === 'url' ? '--url' : fault.path[1] === 'address' ? '--from' : '--name';
  throw new UsageError(`what ${flag} says ${fault.message}`, 'write it in another way');
}

async function gather(context: CommandContext, { name, url, from, yes }: InitOptions): Promise<NewWorkspace> {
  return {
    name: await answer(context, { yes, flag: '--name', given: name, question: 'the name of the newsletter' }),
    url: readUrl(
      await answer(context, {
        yes,
        flag: '--url',
        given: url,
        question: 'the address of its site, with https://',
      }),
    ),
    from: readFrom(
      await answer(context, {
        yes,
        flag: '--from',
        given: from,
        question: 'the address that mails come from',
      }),
    ),
  };
}

interface Question {
  readonly yes: boolean | undefined;
  readonly flag: string;
  readonly given: string | undefined;
  readonly question: string;
}

async function answer(
  { terminal }: CommandContext,
  { yes, flag, given, question }: Question,
): Promise<string> {
  if (given !== undefined && given.trim() !== '') return given.trim();
  if (yes === true || !terminal.interactive)
    throw new UsageError(`nobody is here to say ${question}`, `add ${flag}`);
  const said = (await terminal.ask(question))?.trim() ?? '';
  if (said === '') throw new UsageError(`a newsletter needs this: ${question}`, `answer, or add ${flag}`);
  return said;
}

function readUrl(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return text;
  throw new UsageError(`“${text}” is not a web address`, 'write it like https://penny.example');
}

function readFrom(text: string): string {
  const parsed = parseAddress(text);
  if ('problem' in parsed) {
    throw new UsageError(
      `“${text}” is not an address: ${parsed.problem}`,
      'write it like hello@penny.example',
    );
  }
  return text;
}

function ignorePrivate(path: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = addIgnored(before);
  if (after !== before) writeFileSync(path, after);
}
