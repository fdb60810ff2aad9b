import { rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { findRecord } from '../building/build-record.ts';
import { digestInputs } from '../building/digest-inputs.ts';
import { holdsBuild } from '../building/holds-build.ts';
import { tellBuild } from '../building/tell-build.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { today } from '../today.ts';

interface BuildOptions {
  readonly out?: string;
  /** `YYYY-MM-DD` */
  readonly now?: string;
  readonly clean?: boolean;
}

/**
 * `penny build`: every issue that is no draft. Nothing is written while one of them has an error, and where nothing has
 * changed since the last build, nothing is done.
 */
export const build: Command<BuildOptions> = async (context, options) => {
  const workspace = openWorkspace(context);
  const output = options.out === undefined ? workspace.paths.site : resolve(context.folder, options.out);
  const shown = relative(context.folder, output) || '.';
  const day = options.now ?? today();
  const inputs = digestInputs(workspace, { output, today: day });
  if (options.clean === true) rmSync(workspace.paths.pictures, { recursive: true, force: true });
  const record = options.clean === true ? undefined : findRecord(workspace, output);
  if (record?.inputs === inputs.all && holdsBuild(output, record)) {
    if (record.warnings !== '' && !context.json) context.terminal.warn(record.warnings);
    const unchanged = Object.keys(record.files).length;
    return tellBuild(record, { shown, written: 0, unchanged, removed: 0 }, context);
  }
  const { buildSite } = await import('../building/build-site.ts');
  return buildSite(
    { workspace, output, shown, today: day, inputs, earlier: record, isClean: options.clean === true },
    context,
  );
};
