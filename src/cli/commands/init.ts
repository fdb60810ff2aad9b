import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileOfIssue } from '../../draft/file-of-issue.ts';
import {
  addIgnored,
  type NewWorkspace,
  schemaFile,
  senderOf,
  writeSettings,
} from '../../draft/new-workspace.ts';
import { draftNextIssue } from '../../draft/next-issue.ts';
import { writeIssue } from '../../draft/write-issue.ts';
import { formatJson } from '../../terminal/json-text.ts';
import { settingsFile } from '../../workspace/find-workspace.ts';
import { settingsSchema } from '../../workspace/settings-schema.ts';
import { changeText } from '../change-text.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { concealKnownNames } from '../keep-names-out.ts';
import { settingsJsonSchema } from '../settings-json-schema.ts';
import { today } from '../today.ts';
import { writeNewFile } from '../write-new-file.ts';

const gitignoreFile = '.gitignore';

interface InitOptions {
  readonly name?: string;
  readonly url?: string;
  readonly from?: string;
  readonly yes?: boolean;
}

/** `penny init [dir]`: settings, a first draft and a .gitignore that keeps what is private out of git. */
export const init: Command<InitOptions> = async (context, options, [name = '.']) => {
  concealKnownNames(context);
  const folder = resolve(context.folder, name);
  const issueFile = `issues/${fileOfIssue(1, 'hello')}`;
  refuseUsed(folder, [schemaFile, issueFile]);
  const workspace = await gather(context, options);
  const fault = findFault(workspace);
  if (fault !== undefined) throw new UsageError(fault.message, fault.hint);
  makeFiles(folder, {
    [settingsFile]: writeSettings(workspace),
    [schemaFile]: `${formatJson(settingsJsonSchema())}\n`,
    [issueFile]: writeIssue(draftNextIssue('hello', [], today())),
  });
  const made = [settingsFile, schemaFile, issueFile, gitignoreFile];
  return {
    exitCode: 0,
    json: { folder, files: made },
    text: [
      ...made,
      '',
      `next: npx penny${placeOf(folder, context)} preview, and write where it says TODO`,
    ].join('\n'),
  };
};

/** Before anything is asked: nothing that is there is written over. */
function refuseUsed(folder: string, files: readonly string[]): void {
  if (existsSync(join(folder, settingsFile)))
    throw new UsageError(
      `${folder} is a workspace already`,
      'start with penny check in it, or name another folder',
    );
  const used = files.map((file) => join(folder, file)).find((path) => existsSync(path));
  if (used !== undefined)
    throw new UsageError(`${used} is there already`, 'move it away, or name another folder');
}

interface Question {
  readonly flag: string;
  readonly what: string;
  /** An answer that would do. */
  readonly like: string;
}

const questions: Readonly<Record<keyof NewWorkspace, Question>> = {
  name: { flag: '--name', what: 'the name of the newsletter', like: 'penny for my thoughts' },
  url: { flag: '--url', what: 'the address of its site', like: 'https://penny.example' },
  from: { flag: '--from', what: 'the address that mails come from', like: 'hello@penny.example' },
};

async function gather(
  { terminal }: CommandContext,
  { name, url, from, yes }: InitOptions,
): Promise<NewWorkspace> {
  const canAsk = yes !== true && terminal.interactive;
  const answer = async (key: keyof NewWorkspace, given = ''): Promise<string> => {
    if (given.trim() !== '') return given.trim();
    if (canAsk) return ask(key, terminal);
    const { flag, what } = questions[key];
    throw new UsageError(`nobody is here to say ${what}`, `add ${flag}`);
  };
  return {
    name: await answer('name', name),
    url: await answer('url', url),
    from: await answer('from', from),
  };
}

/** Asks until an answer would do. */
async function ask(key: keyof NewWorkspace, terminal: CommandContext['terminal']): Promise<string> {
  const { flag, what, like } = questions[key];
  for (;;) {
    const said = (await terminal.ask(`${what}, such as ${like}`))?.trim() ?? '';
    if (said === '') throw new UsageError(`a newsletter needs this: ${what}`, `answer, or add ${flag}`);
    const fault = findFault({ ...likely, [key]: said });
    if (fault === undefined) return said;
    terminal.warn(`${fault.message}\n  hint: ${fault.hint}`);
  }
}

/** Answers that would do, to hold one of a person's beside. */
const likely: NewWorkspace = {
  name: questions.name.like,
  url: questions.url.like,
  from: questions.from.like,
};

interface WrongAnswer {
  readonly message: string;
  readonly hint: string;
}

/** What is written now is read by the same rules from then on. */
function findFault(workspace: NewWorkspace): WrongAnswer | undefined {
  const { name, url } = workspace;
  const { error } = settingsSchema.safeParse({ name, url, sender: senderOf(workspace) });
  const [fault] = error?.issues ?? [];
  if (fault === undefined) return undefined;
  const { what, like } = questions[questionAt(fault.path.join('.'))];
  return { message: `${what} ${fault.message}`, hint: `write it like ${like}` };
}

/** How to name the folder from where the person is, if that is needed. */
function placeOf(folder: string, context: CommandContext): string {
  const path = relative(context.folder, folder);
  if (path === '') return '';
  return /^[\w./-]+$/.test(path) ? ` -C ${path}` : ` -C "${path}"`;
}

function questionAt(path: string): keyof NewWorkspace {
  if (path === 'url') return 'url';
  return path === 'sender.address' ? 'from' : 'name';
}

/** All of them, or none: a workspace that is half made is none. */
function makeFiles(folder: string, texts: Readonly<Record<string, string>>): void {
  const made: string[] = [];
  try {
    for (const [file, text] of Object.entries(texts)) {
      const path = join(folder, file);
      writeNewFile(path, text);
      made.push(path);
    }
    ignorePrivate(join(folder, gitignoreFile));
  } catch (error) {
    for (const path of made) rmSync(path);
    throw error;
  }
}

function ignorePrivate(path: string): void {
  if (existsSync(path)) changeText(path, addIgnored);
  else writeNewFile(path, addIgnored(''));
}
