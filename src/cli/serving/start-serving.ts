import type { SignUpStore } from '../../audience/sign-up-store.ts';
import { isLocked } from '../../store/sqlite/is-busy.ts';
import { formatAccess } from '../../terminal/serving-text.ts';
import { renderDeskPages } from '../../web/desk-pages.ts';
import { readFormWording } from '../../web/read-form-wording.ts';
import { TokenBuckets } from '../../web/token-bucket.ts';
import { createWebApp } from '../../web/web-app.ts';
import { type RunningServer, startWebServer } from '../../web/web-server.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext } from '../command.ts';
import { withLogo } from '../preparing/with-logo.ts';
import { systemClock } from '../sending/system-clock.ts';
import { createDesk } from './create-desk.ts';
import { keepRunning, type Running } from './keep-running.ts';
import { mailConfirmations } from './mail-confirmations.ts';
import { prepareConfirmations } from './prepare-confirmations.ts';
import { sendScheduled } from './send-scheduled.ts';
import { tellTrouble } from './tell-trouble.ts';

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  readonly trustProxy?: boolean;
}

const defaultPort = 8080;
const minute = 60_000;

/** Sign-ups that one household may make at once, and all of them together. */
const limits = {
  perSource: { burst: 10, every: minute },
  overall: { burst: 300, every: minute / 60 },
};

export interface ServingParts {
  readonly context: CommandContext;
  readonly workspace: Workspace;
  readonly signUps: SignUpStore;
  readonly options: ServeOptions;
}

/**
 * Starts the public endpoints, and what goes on behind them: confirmations are mailed, scheduled mailings are sent, and
 * whoever did not confirm is forgotten.
 *
 * @throws WebServerError, UsageError, TemplateError
 */
export async function startServing(parts: ServingParts): Promise<RunningServer> {
  const { context, workspace, signUps } = parts;
  const onError = tellTrouble(context);
  const letterhead = await withLogo(workspace);
  const confirmations = await prepareConfirmations(workspace, letterhead, {
    signUps,
    log: (line) => context.terminal.say(line),
  });
  const pages = renderDeskPages(letterhead, workspace.templates);
  const told = new Set<number>();

  const repeat = (pause: number, work: (stop: AbortSignal) => Promise<unknown>): Running =>
    keepRunning({ work, pause, onError, clock: systemClock });
  const mailer = repeat(minute / 4, (stop) => mailConfirmations(confirmations, stop));
  const chores = [
    mailer,
    repeat(minute / 12, () => sendScheduled({ workspace, context, told, now: systemClock.now })),
    repeat(60 * minute, () => signUps.forgetLate(systemClock.now())),
  ];
  const stopChores = () => Promise.all(chores.map((chore) => chore.stop()));
  try {
    const server = await listen(parts, { pages, onError, onAsked: mailer.wake });
    return {
      url: server.url,
      close: async () => void (await Promise.all([server.close(), stopChores()])),
    };
  } catch (error) {
    await stopChores();
    throw error;
  }
}

interface Behind {
  readonly pages: ReturnType<typeof renderDeskPages>;
  readonly onError: (error: unknown) => void;
  readonly onAsked: () => void;
}

function listen(
  { context, workspace, signUps, options }: ServingParts,
  { pages, onError, onAsked }: Behind,
): Promise<RunningServer> {
  const { settings, paths } = workspace;
  const { now } = systemClock;
  const { url, topics } = settings;
  // Of a page that has the form.
  const wording = readFormWording(pages.refused('malformedAddress'));
  const app = createWebApp({
    url,
    folder: paths.site,
    desk: createDesk({ signUps, topics, wording, now, onAsked }),
    pages,
    limits: { perSource: new TokenBuckets(limits.perSource), overall: new TokenBuckets(limits.overall) },
    trustProxy: options.trustProxy ?? settings.serve.trustProxy,
    now,
    log: (entry) => context.terminal.say(formatAccess(entry)),
    onError,
    isBusy: isLocked,
  });
  return startWebServer(app, { host: options.host ?? '127.0.0.1', port: options.port ?? defaultPort });
}
