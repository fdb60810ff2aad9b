import { startPreview } from '../../preview/preview-server.ts';
import type { Command } from '../command.ts';
import { openBrowser } from '../open-browser.ts';
import { openWorkspace } from '../open-workspace.ts';
import { createPreviewSource, slugOfIssue } from '../previewing/preview-source.ts';
import { findIssue, readIssues } from '../read-issues.ts';
import { sourcePaths } from '../source-paths.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface PreviewOptions {
  readonly port?: number;
  readonly open: boolean;
}

const defaultPort = 4321;

/** `penny preview [issue]`: serves until Ctrl-C. */
export const preview: Command<PreviewOptions> = async (context, options, [name]) => {
  const workspace = openWorkspace(context);
  const naming = { folder: context.folder, workspaceFolder: workspace.folder };
  const issue =
    name === undefined ? undefined : slugOfIssue(findIssue(readIssues(workspace), name, naming), workspace);
  const running = await startPreview({
    source: createPreviewSource(() => openWorkspace(context)),
    watched: sourcePaths(workspace),
    port: options.port ?? defaultPort,
    assets: workspace.templates,
    ...(issue === undefined ? {} : { issue }),
  });
  const interrupted = untilInterrupted();
  context.terminal.result(context.json ? JSON.stringify({ url: running.url }) : `preview at ${running.url}`);
  context.terminal.say('press Ctrl-C to stop');
  if (options.open && context.terminal.interactive) openBrowser(running.url);
  await interrupted;
  await running.close();
  return { exitCode: 0, json: undefined, text: '' };
};
