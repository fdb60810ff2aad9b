import { wait } from '../../preview/wait.ts';
import { watchFiles } from '../../preview/watch-files.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { printOutcome } from '../print-outcome.ts';
import { reportFailure } from '../report-failure.ts';
import { sourcePaths } from '../source-paths.ts';
import { untilInterrupted } from '../until-interrupted.ts';

/** Checks now, and again whenever a file is saved, until Ctrl-C. With `--json` each time is one line. */
export async function watchCheck(context: CommandContext, check: () => Promise<Outcome>): Promise<Outcome> {
  const paths = sourcePaths(openWorkspace(context));
  const interrupted = untilInterrupted();
  const rounds = createRounds(() => checkAndPrint(context, check));
  const stop = watchFiles({ paths, onChange: rounds.again, wait });
  rounds.again();
  await interrupted;
  stop();
  await rounds.ended();
  return { exitCode: 0, json: undefined, text: '' };
}

interface Rounds {
  /** One more round: at once, or after the one that runs. However often it is called meanwhile, one is enough. */
  again(): void;
  /** Settles when nothing runs any more. */
  ended(): Promise<void>;
}

/** Runs something again and again, and never twice at the same time. */
export function createRounds(run: () => Promise<void>): Rounds {
  let current = Promise.resolve();
  let isWaiting = false;
  return {
    again: () => {
      if (isWaiting) return;
      isWaiting = true;
      current = current.then(() => {
        isWaiting = false;
        return run();
      });
    },
    ended: () => current,
  };
}

/** A file that cannot be read just now is told of like any other fault: the next time it may be mended. */
async function checkAndPrint(context: CommandContext, check: () => Promise<Outcome>): Promise<void> {
  const { terminal } = context;
  terminal.say(`\n${new Date().toLocaleTimeString()}  press Ctrl-C to stop`);
  try {
    printOutcome(context, await check(), JSON.stringify);
  } catch (error) {
    reportFailure(error, context, JSON.stringify);
  }
}
