import { dirname, sep } from 'node:path';
import { planSite } from '../../site/plan-site.ts';
import { writeSite } from '../../site/write-site.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { withLogo } from '../preparing/with-logo.ts';
import { withShareImages } from '../preparing/with-share-images.ts';
import { requireChecked } from '../publishing/require-checked.ts';
import { outputsOfSite, refuseOutputs, scanOutputs } from '../publishing/scan-outputs.ts';
import { readIssues } from '../read-issues.ts';
import { type BuildRecord, digestOf, writeRecord } from './build-record.ts';
import { tellBuild } from './tell-build.ts';

interface BuildTask {
  readonly workspace: Workspace;
  /** Absolute: where the site goes. */
  readonly output: string;
  /** What the person calls it. */
  readonly shown: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** `digestInputs`, from before anything was read. */
  readonly inputs: string;
}

/** Builds the site, and keeps a record of what came of what. */
export async function buildSite(
  { workspace, output, shown, today, inputs }: BuildTask,
  context: CommandContext,
): Promise<Outcome> {
  const all = readIssues(workspace);
  const published = all.filter(({ written }) => written?.frontMatter.fields.draft !== true);
  const checked = await requireChecked({ workspace, all, wanted: published }, context);
  if ('refused' in checked) return checked.refused;

  const { issues, warnings } = checked;
  const { templates, folder, paths } = workspace;
  const shared = await withShareImages({ issues, letterhead: await withLogo(workspace) }, paths);
  const { files, pictures, notes } = planSite({ ...shared, templates, today });
  const named = scanOutputs(workspace, all, outputsOfSite(files, shown));
  if (named.length > 0) return refuseOutputs(named, context);
  const content = new Map<string, string | Uint8Array>([...files, ...pictures]);
  const counts = await writeSite(content, {
    output,
    workspace: folder,
    forbidden: [paths.outbox, paths.issues, paths.templates, ...privateFolder(workspace)],
  });
  const digests = Object.fromEntries(Array.from(content, ([path, bytes]) => [path, digestOf(bytes)]));
  const record: BuildRecord = { inputs, files: digests, notes, warnings };
  writeRecord(workspace, output, record);
  return tellBuild(record, { shown, ...counts }, context);
}

/** The database's folder, when it is one of its own and not the workspace or a folder around it. */
function privateFolder({ folder, paths }: Workspace): string[] {
  const own = dirname(paths.database);
  return `${folder}${sep}`.startsWith(`${own}${sep}`) ? [] : [own];
}
