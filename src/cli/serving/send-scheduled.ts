import type { Ledger, Mailing } from '../../delivery/ledger.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { createLedger } from '../../store/sqlite/sqlite-ledger.ts';
import { formatMoment } from '../../terminal/mailing-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext } from '../command.ts';
import { createMailer } from '../sending/create-mailer.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { resumeSending } from '../sending/resume-sending.ts';
import { patience } from '../sending/send-to-audience.ts';
import { outboxFolder } from '../sending/send-work.ts';

/** Milliseconds by which a mailing may be late: whoever planned it for the morning may not want it at night. */
const mostLate = 3_600_000;

/** Milliseconds: while `penny serve` runs, nobody has to come back for those whose server wants them later. */
const wait = 48 * 3_600_000;

/** Mailings that were told of once, so that the log does not say so every few seconds. */
export type Told = Set<number>;

/**
 * Sends the mailings that `penny send --at … --detach` left, as soon as they are due: as `penny resume` does, without
 * asking. One that was missed, or that another copy of the database may have sent, is left alone and told of.
 */
export async function sendScheduled(
  workspace: Workspace,
  { context, told, now }: { readonly context: CommandContext; readonly told: Told; readonly now: number },
): Promise<void> {
  using database = openDatabase(workspace.paths.database, { patience });
  const ledger = createLedger(database);
  for (const mailing of ledger.listMailings().filter((one) => isDue(one, now))) {
    if (told.has(mailing.id)) continue;
    told.add(mailing.id);
    const missed = describeMissed(mailing, now);
    if (missed !== undefined) context.terminal.warn(missed);
    else await send({ workspace, context, ledger, store: createAudienceStore(database) }, mailing);
  }
}

/** What somebody interrupted is theirs to go on with. */
function isDue({ state, startsAt, reason }: Mailing, now: number): boolean {
  return state === 'waiting' && startsAt !== undefined && startsAt <= now && reason !== 'interrupted';
}

function describeMissed({ startsAt = 0, issueNumber }: Mailing, now: number): string | undefined {
  if (now - startsAt <= mostLate) return undefined;
  const when = formatMoment(startsAt);
  return `issue ${issueNumber} was to be sent at ${when}, and nothing was running then: it was not sent\n  hint: penny resume ${issueNumber} sends it now, penny cancel ${issueNumber} does not`;
}

interface SendParts {
  readonly workspace: Workspace;
  readonly context: CommandContext;
  readonly ledger: Ledger;
  readonly store: ReturnType<typeof createAudienceStore>;
}

async function send({ workspace, context, ledger, store }: SendParts, mailing: Mailing): Promise<void> {
  const { terminal } = context;
  const snapshot = ledger.snapshotOf(mailing);
  const mailer = await createMailer(workspace, outboxFolder(snapshot));
  const sending = {
    context,
    workspace,
    snapshot,
    signingKey: loadSigningKey(workspace),
    options: { yes: true, wait },
    mailer,
    ledger,
    store,
  };
  terminal.say(`issue ${mailing.issueNumber} is due: sending it`);
  const outcome = await resumeSending(sending, { mailing, editionChanged: false });
  if (outcome.text !== '') terminal.say(outcome.text);
}
