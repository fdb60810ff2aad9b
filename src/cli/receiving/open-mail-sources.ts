import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readMailFile } from '../../inbox/files/read-mail-file.ts';
import { isMaildir, readMaildir } from '../../inbox/files/read-maildir.ts';
import type { FoundMail } from '../../inbox/sort-mail.ts';
import { formatEmptySource } from '../../terminal/inbox-text.ts';
import { type CommandContext, UsageError } from '../command.ts';
import { openInput } from '../open-input.ts';

/**
 * The messages of files and folders that somebody named, one after the other; `-` is standard input. One that holds no
 * message is told of: somebody may have named the wrong one.
 *
 * @throws UsageError when one cannot be opened; those before it have been read then, and nothing is taken in.
 */
export async function* openMailSources(
  names: readonly string[],
  context: CommandContext,
): AsyncGenerator<FoundMail> {
  for (const name of names) {
    const shown = name === '-' ? 'standard input' : name;
    let count = 0;
    for await (const mail of await openSource(name, { shown, context })) {
      count += 1;
      yield mail;
    }
    if (count === 0) context.terminal.say(formatEmptySource(shown));
  }
}

async function openSource(
  name: string,
  { shown, context }: { readonly shown: string; readonly context: CommandContext },
): Promise<Iterable<FoundMail> | AsyncIterable<FoundMail>> {
  const path = resolve(context.folder, name);
  if (name === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    return readMailFile(await openInput(name, context), shown);
  if (isMaildir(path)) return readMaildir(path, name);
  throw new UsageError(
    `${name} is a folder, and not a Maildir`,
    'a Maildir has the folders new and cur; name single files such as mails/*.eml',
  );
}
