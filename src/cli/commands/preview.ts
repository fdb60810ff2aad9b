import { join } from 'node:path';
import { startPreview } from '../../preview/preview-server.ts';
import type { Command } from '../command.ts';
import { openBrowser } from '../open-browser.ts';
import { openWorkspace } from '../open-workspace.ts';
import { createPreviewSource, slugOfIssue } from '../preview-source.ts';
import { findIssue, readIssues } from '../read-issues.ts';

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
    watched: [
      workspace.paths.issues,
      workspace.paths.templates,
      workspace.paths.neverNames,
      join(workspace.folder, 'newsletter.yaml'),
    ],
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

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()));
}
