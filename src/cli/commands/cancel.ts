import { countOpen, summarizeStanding } from '../../delivery/mailing-result.ts';
import { formatResult } from '../../terminal/mailing-text.ts';
import { type Command, UsageError } from '../command.ts';
import { askToConfirm } from '../confirm.ts';
import { openMailing } from '../sending/open-mailing.ts';
import { systemClock } from '../sending/system-clock.ts';
import { isAlive } from '../sending/worker.ts';

interface CancelOptions {
  readonly yes?: boolean;
}

/** `penny cancel <issue>`: ends a mailing; whoever waits for it does not get it. */
export const cancel: Command<CancelOptions> = async (context, options, [name = '']) => {
  using open = openMailing(context, name);
  const { ledger, mailing } = open;
  const { issueNumber, state, transport } = mailing;
  const before = ledger.counts(mailing);
  // What lies in the outbox reached nobody: it may be thrown away, and written again.
  if ((state === 'finished' && transport === 'smtp') || (state === 'cancelled' && countOpen(before) === 0))
    throw new UsageError(`the mailing of issue ${issueNumber} is ${state}`, 'there is nothing to cancel');
  const question = { yes: options.yes, people: countOpen(before), does: 'not to mail' } as const;
  const refusal = await askToConfirm(context, question);
  if (refusal !== undefined) return refusal;
  const cancelled = ledger.cancelMailing(mailing, systemClock.now(), isAlive);
  const result = summarizeStanding(cancelled, ledger.counts(mailing));
  const again = `penny send ${issueNumber} starts another one, to those who do not have it`;
  return { exitCode: 0, json: result, text: `${formatResult(result)}\n  hint: ${again}` };
};
