import type { CommandContext } from '../command.ts';
import { reportFailure } from '../report-failure.ts';

/** Tells on standard error what went wrong while something goes on: nobody outside learns of it. */
export function tellTrouble(context: CommandContext): (error: unknown) => void {
  return (error) => void reportFailure(error, { ...context, json: false });
}
