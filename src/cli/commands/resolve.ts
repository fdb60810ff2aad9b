import { createInterface } from 'node:readline';
import type { Settlement, UnknownDelivery } from '../../delivery/ledger.ts';
import { readPostfixLog } from '../../delivery/read-postfix-log.ts';
import { formatResolved } from '../../terminal/resolve-text.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { openInput } from '../open-input.ts';
import { type OpenMailing, openMailing } from '../sending/open-mailing.ts';
import { systemClock } from '../sending/system-clock.ts';

interface ResolveOptions {
  readonly as?: Settlement['as'];
  readonly fromLog?: string;
  readonly addresses?: 'suppress' | 'keep';
}

/**
 * `penny resolve <issue>`: settles those of whom nobody knows whether they got it, by hand or from a mail server's
 * log, and what becomes of addresses that servers call wrong. Without an option it lists both.
 */
export const resolve: Command<ResolveOptions> = async (context, options, [name = '']) => {
  if (options.as !== undefined && options.fromLog !== undefined)
    throw new UsageError('--as and --from-log settle the same people', 'leave one of them out');
  // Also of a mailing that was cancelled, and whose issue has another one by now.
  using open = openMailing(
    context,
    name,
    (mailing, { unknowns, suspects }) => unknowns(mailing).length + suspects(mailing).length > 0,
  );
  const { ledger, mailing } = open;
  const now = systemClock.now();
  const settlements = await settlementsOf(open, options, context);
  const settled = ledger.settleUnknown(mailing, settlements, now);
  const decided =
    options.addresses === undefined ? 0 : ledger.decideSuspects(mailing, options.addresses, now);
  const unknown = ledger.unknowns(mailing);
  const suspects = ledger.suspects(mailing);
  const resent = settlements.some(({ as }) => as === 'resend');
  const resolved = { issue: mailing.issueNumber, settled, decided, unknown, suspects, resent };
  return {
    exitCode: unknown.length > 0 ? 4 : 0,
    json: { ...resolved, unknown: unknown.map(({ address }) => address) },
    text: formatResolved(resolved),
    verbatim: true,
  };
};

async function settlementsOf(
  { ledger, mailing }: OpenMailing,
  { as, fromLog }: ResolveOptions,
  context: CommandContext,
): Promise<readonly Settlement[]> {
  const unknown = ledger.unknowns(mailing);
  if (as !== undefined)
    return unknown.map(({ messageId }) => ({ messageId, as, source: 'hand', text: `${as}, says a person` }));
  if (fromLog === undefined) return [];
  return await readLog(fromLog, unknown, context);
}

async function readLog(
  file: string,
  unknown: readonly UnknownDelivery[],
  context: CommandContext,
): Promise<readonly Settlement[]> {
  const wanted = new Set(unknown.map(({ messageId }) => messageId));
  const lines = createInterface({ input: await openInput(file, context), crlfDelay: Infinity });
  const found = await readPostfixLog(lines, wanted);
  return Array.from(found.values(), ({ messageId, verdict, text }) => ({
    messageId,
    as: verdict === 'accepted' ? 'accepted' : 'failed',
    source: 'log',
    text,
  }));
}
