import { dirname, join, sep } from 'node:path';
import { planSite } from '../../site/plan-site.ts';
import { writeSite } from '../../site/write-site.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { withLogo } from '../preparing/with-logo.ts';
import { withShareImages } from '../preparing/with-share-images.ts';
import { requireChecked } from '../publishing/require-checked.ts';
import { listForOutputs, outputsOfSite, refuseOutputs, scanOutputs } from '../publishing/scan-outputs.ts';
import { readIssues } from '../read-issues.ts';
import { type BuildRecord, digestOf, writeRecord } from './build-record.ts';
import type { InputDigests } from './digest-inputs.ts';
import { openRecords } from './records.ts';
import { tellBuild } from './tell-build.ts';

interface BuildTask {
  readonly workspace: Workspace;
  /** Absolute: where the site goes. */
  readonly output: string;
  /** What the person calls it. */
  readonly shown: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** From before anything was read. */
  readonly inputs: InputDigests;
  /** Of the last build into the same folder. */
  readonly earlier: BuildRecord | undefined;
  /** Whether to make everything anew. */
  readonly isClean: boolean;
}

/** Builds the site, and keeps records of what came of what. */
export async function buildSite(task: BuildTask, context: CommandContext): Promise<Outcome> {
  const { workspace, output, shown, today, inputs, earlier, isClean } = task;
  const { templates, paths } = workspace;
  const { surroundings } = inputs;
  const { remember, keep } = openRecords(paths.builds, { surroundings, isClean });
  const all = readIssues(workspace, remember);
  const wanted = all.filter(({ written }) => written?.frontMatter.fields.draft !== true);
  const checked = await requireChecked({ workspace, all, wanted, remember }, context);
  if ('refused' in checked) return checked.refused;

  const { issues, warnings } = checked;
  const shared = await withShareImages({ issues, letterhead: await withLogo(workspace) }, paths);
  const { files, pictures, notes } = planSite({ ...shared, templates, today, remember });
  const content = new Map([...Array.from(files, toBytes), ...pictures]);
  const digests = Object.fromEntries(Array.from(content, ([path, bytes]) => [path, digestOf(bytes)]));
  const heldAgainst = digestOf(JSON.stringify([surroundings, shown, listForOutputs(workspace, all)]));
  const isHeld = earlier?.heldAgainst === heldAgainst;
  const news = [...files].filter(([path]) => !isHeld || earlier.files[path] !== digests[path]);
  const named = scanOutputs(workspace, all, outputsOfSite(new Map(news), shown));
  if (named.length > 0) return refuseOutputs(named, context);
  const counts = await writeSite(content, {
    output,
    workspace: workspace.folder,
    forbidden: [paths.outbox, paths.issues, paths.templates, ...privateFolders(workspace)],
  });
  const record: BuildRecord = { inputs: inputs.all, files: digests, heldAgainst, notes, warnings };
  writeRecord(workspace, output, record);
  keep();
  return tellBuild(record, { shown, ...counts }, context);
}

/** Once, for all that is done with it. */
function toBytes([path, text]: readonly [path: string, text: string]): readonly [
  path: string,
  bytes: Uint8Array,
] {
  return [path, Buffer.from(text)];
}

/** Those of the database, of the never-name list and of what is kept of builds, but not the workspace or a folder around it. */
function privateFolders({ folder, paths }: Workspace): string[] {
  const own = [paths.database, paths.neverNames, paths.builds].map((path) => dirname(path));
  return [...own, join(folder, '.git')].filter((path) => !`${folder}${sep}`.startsWith(`${path}${sep}`));
}
