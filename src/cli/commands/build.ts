import { dirname, relative, resolve, sep } from 'node:path';
import { planSite } from '../../site/plan-site.ts';
import { writeSite } from '../../site/write-site.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readIssues } from '../read-issues.ts';
import { requireChecked } from '../require-checked.ts';
import { outputsOfSite, refuseOutputs, scanOutputs } from '../scan-outputs.ts';
import { today } from '../today.ts';

interface BuildOptions {
  readonly out?: string;
  /** `YYYY-MM-DD` */
  readonly now?: string;
}

/** `penny build`: every issue that is no draft. Nothing is written while one of them has an error. */
export const build: Command<BuildOptions> = async (context, options) => {
  const { terminal } = context;
  const workspace = openWorkspace(context);
  const all = readIssues(workspace);
  const published = all.filter(({ written }) => written?.frontMatter.fields.draft !== true);
  const checked = await requireChecked({ workspace, all, wanted: published }, context);
  if ('refused' in checked) return checked.refused;

  const { settings, templates, folder, paths } = workspace;
  const output = options.out === undefined ? paths.site : resolve(context.folder, options.out);
  const { files, pictures, notes } = planSite({
    issues: checked.issues,
    letterhead: settings,
    templates,
    today: options.now ?? today(),
  });
  const shown = relative(context.folder, output) || '.';
  const named = scanOutputs(workspace, all, outputsOfSite(files, shown));
  if (named.length > 0) return refuseOutputs(named, context);
  const content = new Map<string, string | Uint8Array>([...files, ...pictures]);
  const { written, unchanged, removed } = await writeSite(content, {
    output,
    workspace: folder,
    forbidden: [paths.outbox, paths.issues, paths.templates, ...privateFolder(workspace)],
  });
  for (const { file, message } of notes) terminal.say(`note: ${file}: ${message}`);
  return {
    exitCode: 0,
    json: { output: shown, files: content.size, written, unchanged, removed, notes },
    text: `${content.size} files in ${shown}: ${written} written, ${unchanged} unchanged, ${removed} removed`,
  };
};

/** The database's folder, when it is one of its own and not the workspace or a folder around it. */
function privateFolder({ folder, paths }: Workspace): string[] {
  const own = dirname(paths.database);
  return `${folder}${sep}`.startsWith(`${own}${sep}`) ? [] : [own];
}
