import { join } from 'node:path';
import { didYouMean } from '../../source/did-you-mean.ts';
import { type Command, UsageError } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findThemeFiles, themeFiles } from '../theme-files.ts';
import { writeNewFile } from '../write-new-file.ts';

/** `penny theme eject <name>`: copies built-in templates into the workspace, for their owner to change. */
export const themeEject: Command<object> = async (context, _options, [name = '']) => {
  const { templates, ownTemplates, builtInTemplates, paths } = openWorkspace(context);
  const files = themeFiles(templates);
  const meant = findThemeFiles(files, name);
  if (meant.length === 0) throw unknownName(name, files);
  const wanted = meant.filter((path) => !ownTemplates.has(path));
  if (wanted.length === 0) {
    const [first = ''] = meant;
    // In penny's own repository they are one and the same file.
    const isChanged = ownTemplates.get(first) !== builtInTemplates.get(first);
    throw new UsageError(
      `templates/${first} is there already`,
      isChanged ? 'delete it to go back to the built-in one' : 'it is as penny has it: change it as you like',
    );
  }
  for (const path of wanted) writeNewFile(join(paths.templates, path), templates.get(path) ?? '');
  const written = wanted.map((path) => `templates/${path}`);
  return { exitCode: 0, json: { files: written }, text: written.join('\n') };
};

function unknownName(name: string, files: readonly string[]): UsageError {
  const names = files.flatMap((path) => [path, path.replace(/^.*\/|\.[^.]+$/g, '')]);
  const meant = didYouMean(name, names);
  return new UsageError(
    `there is no template ${name}`,
    meant === undefined ? 'penny theme list shows them' : `did you mean ${meant}?`,
  );
}
