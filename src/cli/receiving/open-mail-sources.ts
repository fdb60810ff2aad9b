import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readMailFile } from '../../inbox/files/read-mail-file.ts';
import { isMaildir, readMaildir } from '../../inbox/files/read-maildir.ts';
import type { FoundMail } from '../../inbox/sort-mail.ts';
import { type CommandContext, UsageError } from '../command.ts';
import { openInput } from '../open-input.ts';

/**
 * The messages of files and folders that somebody named, one after the other; `-` is standard input.
 *
 * @throws UsageError when one cannot be opened; those before it have been read then, and nothing is taken in.
 */
export async function* openMailSources(
  names: readonly string[],
  context: CommandContext,
): AsyncGenerator<FoundMail> {
  for (const name of names) {
    const path = resolve(context.folder, name);
    if (name !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      if (!isMaildir(path))
        throw new UsageError(
          `${name} is a folder, and not a Maildir`,
          'a Maildir has the folders new and cur; name single files such as mails/*.eml',
        );
      yield* readMaildir(path, name);
    } else yield* readMailFile(await openInput(name, context), name === '-' ? 'standard input' : name);
  }
}
