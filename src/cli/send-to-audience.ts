import { randomBytes } from 'node:crypto';
import { dispatchMailing } from '../delivery/dispatch-mailing.ts';
import type { HeldElsewhere, Ledger, Mailing } from '../delivery/ledger.ts';
import type { Mailer } from '../delivery/mailer.ts';
import { type MailingResult, summarizeMailing } from '../delivery/mailing-result.ts';
import { planMailing } from '../delivery/plan-mailing.ts';
import { runPreflight } from '../delivery/preflight.ts';
import { findStanding, startMailing } from '../delivery/send-mailing.ts';
import { openDatabase } from '../store/sqlite/open-database.ts';
import { createAudienceStore } from '../store/sqlite/sqlite-audience.ts';
import { createLedger } from '../store/sqlite/sqlite-ledger.ts';
import { formatMoment, formatProgress, formatResult } from '../terminal/mailing-text.ts';
import { formatPlan, formatPreflight } from '../terminal/plan-text.ts';
import { type ExitCode, type Outcome, UsageError } from './command.ts';
import { confirm } from './confirm.ts';
import { createMailer } from './create-mailer.ts';
import { gatherAudience, type NamedList } from './gather-audience.ts';
import { listenForInterrupts } from './interrupts.ts';
import { readOnlyDatabasePath } from './open-database.ts';
import { readInput } from './read-input.ts';
import { outboxFolder, type SendWork } from './send-work.ts';
import { systemClock } from './system-clock.ts';
import { describeWorker, isAlive } from './worker.ts';

export interface AudienceOptions {
  readonly to?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly connections?: number;
  /** Milliseconds. */
  readonly wait?: number;
}

const defaultWait = 15 * 60_000;

/** Sends an issue to its audience, or goes on where an earlier run stopped: plan, confirmation, ledger, dispatch. */
export async function sendToAudience(work: SendWork, options: AudienceOptions): Promise<Outcome> {
  const { context, workspace, snapshot } = work;
  const list =
    options.to === undefined ? undefined : { name: options.to, bytes: await readInput(options.to, context) };
  const mailer = await createMailer(workspace, outboxFolder(snapshot));
  const database = openDatabase(
    options.dryRun === true ? readOnlyDatabasePath(workspace) : workspace.paths.database,
  );
  try {
    const ledger = createLedger(database);
    const sending: Sending = { ...work, options, list, mailer, ledger, store: createAudienceStore(database) };
    const standing = findStanding(ledger, snapshot, {
      issueNumber: snapshot.edition.issueNumber,
      transport: mailer.transport,
    });
    switch (standing.kind) {
      case 'finished':
        return reportFinished(sending, standing.mailing);
      case 'interrupted':
        return await goOn(sending, standing);
      case 'new':
        return await startNew(sending, standing.formerlyInOutbox);
    }
  } finally {
    database.close();
  }
}

interface Sending extends SendWork {
  readonly options: AudienceOptions;
  readonly list: NamedList | undefined;
  readonly mailer: Mailer;
  readonly ledger: Ledger;
  readonly store: Parameters<typeof gatherAudience>[0];
}

function reportFinished({ ledger }: Sending, mailing: Mailing): Outcome {
  const seconds = ((mailing.finishedAt ?? mailing.startedAt) - mailing.startedAt) / 1000;
  const result = summarizeMailing(mailing, ledger.counts(mailing), { state: mailing.state, seconds });
  const everybody =
    result.accepted === result.audience ? 'everybody has it already' : 'this mailing is finished';
  return {
    exitCode: exitCodeOf(result),
    json: { ...result, resumed: result.audience },
    text: `${everybody}\n${formatResult(result)}`,
  };
}

async function goOn(
  sending: Sending,
  { mailing, editionChanged }: { mailing: Mailing; editionChanged: boolean },
): Promise<Outcome> {
  const { context, ledger, mailer, options } = sending;
  if (mailing.transport !== mailer.transport) {
    throw new UsageError(
      `the mailing of issue ${mailing.issueNumber} was started by ${mailing.transport}`,
      'finish it with the same settings',
    );
  }
  const { accepted } = ledger.counts(mailing);
  const { terminal } = context;
  terminal.say(
    `issue ${mailing.issueNumber} was started on ${formatMoment(mailing.startedAt)}: ${accepted} of ${mailing.audience} have it; going on with the others`,
  );
  if (editionChanged)
    terminal.warn(
      'the issue or the settings have changed since; everybody gets the issue as it was when the mailing started',
    );
  if (options.dryRun === true) {
    const result = summarizeMailing(mailing, ledger.counts(mailing), {
      state: mailing.state,
      reason: mailing.reason,
      seconds: 0,
    });
    return { exitCode: 0, json: { dryRun: true, ...result }, text: formatResult(result) };
  }
  if (!(await confirm(context, { yes: options.yes, people: mailing.audience - accepted }))) return declined();
  const worker = describeWorker();
  const resumed = ledger.resumeMailing(mailing, worker, systemClock.now(), isAlive);
  return 'heldBy' in resumed
    ? heldElsewhere(sending, resumed)
    : dispatch(sending, resumed, { worker, resumed: accepted });
}

async function startNew(sending: Sending, formerlyInOutbox: boolean): Promise<Outcome> {
  const { context, workspace, snapshot, mailer, ledger, store, list, options } = sending;
  const { edition, stationery } = snapshot;
  const { terminal } = context;
  const planFor = (dryRun: boolean): ReturnType<typeof planMailing> =>
    planMailing({ edition, stationery, mailer, ...gatherAudience(store, list, { dryRun }) });
  const plan = planFor(true);
  const { postalAddress } = workspace.settings.sender;
  const checks = runPreflight({
    plan,
    edition,
    stationery,
    unbuilt: workspace.settings.unbuilt,
    ...(postalAddress === undefined ? {} : { postalAddress }),
  });
  terminal.say(formatPlan(plan));
  if (formerlyInOutbox)
    terminal.warn('this issue was written to the outbox before; nobody was mailed by a server then');
  const troubles = formatPreflight(checks);
  if (troubles !== '') terminal.warn(troubles);
  const { recipients, ...told } = plan;
  const document = { ...told, recipients: recipients.length, preflight: checks };
  if (checks.some(({ state }) => state === 'error'))
    return { exitCode: 2, json: { refused: true, ...document }, text: '' };
  if (options.dryRun === true)
    return { exitCode: 0, json: { dryRun: true, ...document }, text: 'a dry run: nothing was written' };
  if (!(await confirm(context, { yes: options.yes, people: recipients.length }))) return declined();

  const worker = describeWorker();
  const started = startMailing(ledger, {
    plan,
    snapshot,
    recipients: planFor(false).recipients,
    worker,
    key: randomBytes(32).toString('hex'),
    now: systemClock.now(),
  });
  return 'heldBy' in started
    ? heldElsewhere(sending, started)
    : dispatch(sending, started, { worker, resumed: 0 });
}

async function dispatch(
  { context, workspace, ledger, mailer, options }: Sending,
  mailing: Mailing,
  { worker, resumed }: { worker: ReturnType<typeof describeWorker>; resumed: number },
): Promise<Outcome> {
  const { delivery } = workspace.settings;
  using interrupts = listenForInterrupts(context);
  const result = await dispatchMailing({
    ledger,
    mailer,
    clock: systemClock,
    mailing,
    worker,
    connections: options.connections ?? delivery.connections,
    retry: delivery.retry,
    wait: options.wait ?? defaultWait,
    stop: interrupts.signal,
    onProgress: showProgress(context, ledger, mailing),
  });
  context.terminal.status('');
  return {
    exitCode: exitCodeOf(result),
    json: { ...result, resumed },
    text: `${formatResult(result)}\n${mailer.transport === 'outbox' ? 'written to' : 'through'} ${mailer.description}`,
  };
}

const progressInterval = 200;

function showProgress({ terminal }: SendWork['context'], ledger: Ledger, mailing: Mailing): () => void {
  const startedAt = systemClock.now();
  let shownAt = 0;
  return () => {
    const now = systemClock.now();
    if (now - shownAt < progressInterval) return;
    shownAt = now;
    terminal.status(
      formatProgress(ledger.counts(mailing), {
        audience: mailing.audience,
        seconds: (now - startedAt) / 1000,
      }),
    );
  };
}

function heldElsewhere({ context }: Sending, { heldBy, since }: HeldElsewhere): Outcome {
  const text = `process ${heldBy.pid} on ${heldBy.host} is sending this issue since ${formatMoment(since)}`;
  context.terminal.warn(`penny: ${text}\n  hint: wait for it, or stop it and run the same command`);
  return { exitCode: 3, json: { heldBy, since: new Date(since).toISOString() }, text: '' };
}

function declined(): Outcome {
  return { exitCode: 2, json: { declined: true }, text: 'nothing was sent' };
}

function exitCodeOf({ state, reason, accepted, unknown, failed, held }: MailingResult): ExitCode {
  if (reason === 'interrupted') return 130;
  if (state === 'paused') return accepted === 0 ? 2 : 1;
  if (unknown > 0) return 4;
  return state === 'finished' && failed + held === 0 ? 0 : 1;
}
