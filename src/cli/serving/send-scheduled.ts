import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { DatabaseError } from '../../store/sqlite/database-error.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import {
  keepServedMailing,
  readServedMailing,
  type ServedMailing,
} from '../../store/sqlite/served-mailing.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { createLedger } from '../../store/sqlite/sqlite-ledger.ts';
import { formatMissed } from '../../terminal/serving-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext } from '../command.ts';
import { patience } from '../open-database.ts';
import { createMailer } from '../sending/create-mailer.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { resumeSending } from '../sending/resume-sending.ts';
import { outboxFolder } from '../sending/send-work.ts';

/** Milliseconds by which a mailing may be late: whoever planned it for the morning may not want it at night. */
const mostLate = 3_600_000;

/** Milliseconds: while the service runs, nobody has to come back for those whose server wants them later. */
const wait = 48 * 3_600_000;

export interface ScheduledParts {
  readonly workspace: Workspace;
  readonly context: CommandContext;
  /** Mailings that were dealt with, each once: the log does not say the same every few seconds. */
  readonly told: Set<number>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Sends the mailings that `penny send --at … --detach` left, as soon as they are due: as `penny resume` does, without
 * asking. One that this service was sending when it stopped goes on; one that was missed, or that another copy of the
 * database may have sent, is left alone and told of.
 */
export async function sendScheduled(parts: ScheduledParts): Promise<void> {
  const { workspace, context, told, now } = parts;
  using database = openDatabase(workspace.paths.database, { patience });
  const ledger = createLedger(database);
  const served = readServedMailing(database);
  for (const mailing of ledger.listMailings()) {
    const dueSince = findDue(mailing, served, now());
    if (dueSince === undefined || told.has(mailing.id)) continue;
    told.add(mailing.id);
    if (now() - dueSince > mostLate) context.terminal.warn(formatMissed(mailing, dueSince));
    else await sendOrForget(parts, { database, ledger, mailing });
  }
}

/** Since when it should be being sent, in milliseconds since 1970; nothing for one that is somebody else's to send. */
function findDue(
  { id, state, startsAt, reason }: Mailing,
  served: ServedMailing | undefined,
  now: number,
): number | undefined {
  if (id === served?.id) return state === 'waiting' || state === 'sending' ? served.at : undefined;
  // What a person interrupted is theirs to go on with.
  const isLeft = state === 'waiting' && reason !== 'interrupted';
  return isLeft && startsAt !== undefined && startsAt <= now ? startsAt : undefined;
}

interface DueMailing {
  readonly database: DatabaseSync;
  readonly ledger: Ledger;
  readonly mailing: Mailing;
}

/** What somebody else's writing has kept it from is tried again; what somebody has to mend is not. */
async function sendOrForget(parts: ScheduledParts, due: DueMailing): Promise<void> {
  try {
    await send(parts, due);
  } catch (error) {
    if (error instanceof DatabaseError) parts.told.delete(due.mailing.id);
    else keepServedMailing(due.database, undefined);
    throw error;
  }
}

async function send(
  { workspace, context, now }: ScheduledParts,
  { database, ledger, mailing }: DueMailing,
): Promise<void> {
  const { terminal } = context;
  const snapshot = ledger.snapshotOf(mailing);
  const sending = {
    context,
    workspace,
    snapshot,
    signingKey: loadSigningKey(workspace),
    options: { yes: true, wait },
    mailer: await createMailer(workspace, outboxFolder(snapshot)),
    ledger,
    store: createAudienceStore(database),
  };
  terminal.say(`issue ${mailing.issueNumber} is due: sending it`);
  keepServedMailing(database, { id: mailing.id, at: now() });
  const { exitCode, text } = await resumeSending(sending, { mailing, editionChanged: false });
  keepServedMailing(database, exitCode === interrupted ? { id: mailing.id, at: now() } : undefined);
  if (text !== '') terminal.say(text);
}

const interrupted = 130;
