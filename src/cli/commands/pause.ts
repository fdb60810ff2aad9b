import { summarizeStanding } from '../../delivery/mailing-result.ts';
import { formatResult } from '../../terminal/mailing-text.ts';
import { type Command, UsageError } from '../command.ts';
import { openMailing } from '../sending/open-mailing.ts';

/** `penny pause <issue>`: whoever sends it stops within one message a connection. */
export const pause: Command<object> = async (context, _options, [name = '']) => {
  using open = openMailing(context, name);
  const { ledger, mailing } = open;
  const { issueNumber, state } = mailing;
  if (!ledger.pauseMailing(mailing, 'somebody paused it'))
    throw new UsageError(`the mailing of issue ${issueNumber} is ${state}`, 'there is nothing to pause');
  const paused = { ...mailing, state: 'paused', reason: 'somebody paused it' } as const;
  const result = summarizeStanding(paused, ledger.counts(mailing));
  return {
    exitCode: 0,
    json: result,
    text: `${formatResult(result)}\n  hint: penny resume ${issueNumber} goes on; nobody gets it twice`,
  };
};
