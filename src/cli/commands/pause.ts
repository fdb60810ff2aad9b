import { summarizeStanding } from '../../delivery/mailing-result.ts';
import { formatResult } from '../../terminal/mailing-text.ts';
import { type Command, UsageError } from '../command.ts';
import { openMailing } from '../sending/open-mailing.ts';

const reason = 'somebody paused it';

/** `penny pause <issue>`: whoever sends it stops within one message a connection. */
export const pause: Command<object> = async (context, _options, [name = '']) => {
  using open = openMailing(context, name);
  const { ledger, mailing } = open;
  const { issueNumber, state } = mailing;
  if (state !== 'paused' && !ledger.pauseMailing(mailing, reason))
    throw new UsageError(`the mailing of issue ${issueNumber} is ${state}`, 'there is nothing to pause');
  const told = state === 'paused' ? mailing : { ...mailing, state: 'paused' as const, reason };
  const result = summarizeStanding(told, ledger.counts(mailing));
  return {
    exitCode: 0,
    json: result,
    text: `${formatResult(result)}\n  hint: penny resume ${issueNumber} goes on; nobody gets it twice`,
  };
};
