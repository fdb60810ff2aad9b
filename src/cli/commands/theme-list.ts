import { safe } from '../../terminal/safe-text.ts';
import { formatTable } from '../../terminal/table.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { themeFiles } from '../theme-files.ts';

/** `penny theme list`: what mails, pages and texts are made of, and what of it is the workspace's own. */
export const themeList: Command<object> = async (context) => {
  const { ownTemplates, templates } = openWorkspace(context);
  const files = themeFiles(templates).map((path) => ({
    file: `templates/${path}`,
    own: ownTemplates.has(path),
  }));
  return {
    exitCode: 0,
    json: { files, count: files.length },
    text: formatTable([
      ['file', 'is'],
      ...files.map(({ file, own }) => [safe(file), own ? 'your own' : 'built in']),
    ]),
  };
};
