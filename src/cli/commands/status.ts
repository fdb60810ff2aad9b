import type { DeliveryReport } from '../../delivery/ledger.ts';
import { summarizeStanding } from '../../delivery/mailing-result.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createLedger } from '../../store/sqlite/sqlite-ledger.ts';
import { formatMailings, type ToldMailing } from '../../terminal/mailing-text.ts';
import type { Command } from '../command.ts';
import { readOnlyDatabasePath } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';
import { asItStands } from '../sending/as-it-stands.ts';
import { issueNumberOf } from '../sending/issue-number-of.ts';

interface StatusOptions {
  readonly recipients?: boolean;
}

/** `penny status [issue]`: what the ledger says, the newest mailing first. */
export const status: Command<StatusOptions> = async (context, options, [name]) => {
  const workspace = openWorkspace(context);
  const number = name === undefined ? undefined : issueNumberOf(name, workspace, context.folder);
  using database = openDatabase(readOnlyDatabasePath(workspace));
  const ledger = createLedger(database);
  const mailings = ledger
    .listMailings()
    .filter(({ issueNumber }) => number === undefined || issueNumber === number)
    .toReversed()
    .map((mailing) => ({
      mailing,
      result: summarizeStanding(asItStands(mailing, ledger), ledger.counts(mailing)),
      ...(options.recipients === true ? { recipients: [...ledger.recipients(mailing)] } : {}),
    }));
  const nothing = number === undefined ? 'nothing was sent yet' : `issue ${number} was not sent yet`;
  return {
    exitCode: 0,
    json: { mailings: mailings.map(describeMailing) },
    text: mailings.length === 0 ? nothing : formatMailings(mailings),
    ...(options.recipients === true ? { verbatim: true as const } : {}),
  };
};

function describeMailing({ mailing: { transport, startedAt }, result, recipients }: ToldMailing): object {
  return {
    ...result,
    transport,
    startedAt: new Date(startedAt).toISOString(),
    ...(recipients === undefined ? {} : { recipients: recipients.map(describeRecipient) }),
  };
}

function describeRecipient({ dueAt, ...report }: DeliveryReport): object {
  return { ...report, ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }) };
}
