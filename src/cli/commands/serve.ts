import { openDatabase } from '../../store/sqlite/open-database.ts';
import { renewTokenSecret } from '../../store/sqlite/token-secrets.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Command, Outcome } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findSiteNotice } from '../serving/look-at-site.ts';
import { openSignUps } from '../serving/open-sign-ups.ts';
import { type ServeOptions, startServing } from '../serving/start-serving.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface AllServeOptions extends ServeOptions {
  readonly renewKey?: boolean;
}

/** `penny serve`: the public endpoints and the built site, until it is told to stop. */
export const serve: Command<AllServeOptions> = async (context, options) => {
  const { terminal, json } = context;
  const workspace = openWorkspace(context);
  if (options.renewKey === true) return renewKey(workspace);
  using open = openSignUps(workspace);
  if (workspace.smtp === undefined)
    terminal.warn('no mail server is set: confirmations land in outbox/confirmations, and count as mailed');
  const notice = findSiteNotice(workspace);
  if (notice !== undefined) terminal.warn(notice);
  const stopped = untilInterrupted();
  const serving = await startServing({ context, workspace, signUps: open.signUps, options });
  terminal.result(json ? JSON.stringify({ url: serving.url }) : `serving at ${serving.url}`);
  terminal.say('press Ctrl-C to stop');
  await stopped;
  await serving.close();
  return { exitCode: 0, json: undefined, text: '' };
};

/** Nothing is served: a running `penny serve` reads the new key by itself. */
function renewKey(workspace: Workspace): Outcome {
  using database = openDatabase(workspace.paths.database);
  renewTokenSecret(database);
  const text = 'links are signed with a new key from now on; those that were mailed go on working';
  return { exitCode: 0, json: { renewed: true }, text };
}
