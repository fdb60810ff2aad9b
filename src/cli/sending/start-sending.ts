import { randomBytes } from 'node:crypto';
import type { IsMeant } from '../../audience/choose-audience.ts';
import { readSubscriberRows } from '../../audience/csv/read-subscriber-rows.ts';
import { gatherAudience, previewAudience } from '../../audience/gather-audience.ts';
import { type ShelvedImport, shelveSubscribers } from '../../audience/import-subscribers.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { countOpen } from '../../delivery/mailing-result.ts';
import { type MailingPlan, planMailing } from '../../delivery/plan-mailing.ts';
import { type PreflightCheck, runPreflight } from '../../delivery/preflight.ts';
import type { ExcludedRecipient, Recipient } from '../../delivery/recipient.ts';
import { checkSigning } from '../../delivery/signing/check-signing.ts';
import { startMailing } from '../../delivery/start-mailing.ts';
import { formatDoubtOfNamed, formatNameOfFile } from '../../terminal/import-text.ts';
import { formatPlan, formatPreflight, type PlannedPace } from '../../terminal/plan-text.ts';
import { type Outcome, UsageError } from '../command.ts';
import { askToConfirm } from '../confirm.ts';
import { tellUnknownNames } from '../listing/tell-unknown-names.ts';
import { openInput, sourceOfInput } from '../open-input.ts';
import { readRecordsInThread } from '../records-in-thread.ts';
import { checkServer } from './check-server.ts';
import { leaveToServe } from './leave-to-serve.ts';
import { olderCopyError } from './older-copy-error.ts';
import { plannedPace } from './planned-pace.ts';
import { reportHeldElsewhere, runMailing } from './run-mailing.ts';
import type { Sending } from './sending.ts';
import { systemClock } from './system-clock.ts';
import { describeWorker } from './worker.ts';

/** Plans a mailing, shows the plan, asks, and then, and only then, writes anything. */
export async function startSending(
  sending: Sending,
  { formerlyInOutbox }: { readonly formerlyInOutbox: boolean },
): Promise<Outcome> {
  const { context, options } = sending;
  const { terminal } = context;
  const pace = plannedPace(sending);
  const { segment } = options;
  const list = await readNamedList(sending);
  // Of a list that is named the tags are not known yet.
  if (segment !== undefined && list === undefined) tellUnknownNames(segment, sending.store, terminal);
  const named = { list, isMeant: segment?.isMeant };
  try {
    const plan = makePlan(sending, named);
    const checks = await preflight(sending, plan);
    const shown = formatPlan(plan, pace);
    if (options.dryRun !== true) terminal.warn(shown);
    if (formerlyInOutbox) terminal.warn('it was written to the outbox before; no server mailed anybody then');
    const troubles = formatPreflight(checks);
    if (troubles !== '') terminal.warn(troubles);
    const document = describePlan(plan, checks);
    if (checks.some(({ state }) => state === 'error')) {
      return {
        exitCode: 2,
        json: { refused: true, ...document },
        text: options.dryRun === true ? shown : '',
      };
    }
    if (options.dryRun === true) {
      return {
        exitCode: 0,
        json: { dryRun: true, ...document },
        text: `${shown}\na dry run: nothing was written`,
      };
    }
    const refusal = await askToConfirm(context, { yes: options.yes, people: plan.audience.people });
    if (refusal !== undefined) return refusal;
    return await start(sending, plan, { ...named, pace });
  } finally {
    list?.shelf.close();
  }
}

/** The people of `--to`, read to their end. */
async function readNamedList({ context, options, store }: Sending): Promise<ShelvedImport | undefined> {
  if (options.to === undefined) return undefined;
  const defaults = { source: sourceOfInput(options.to), at: new Date().toISOString(), tags: [] };
  const rows = readSubscriberRows(await openInput(options.to, context), defaults, {
    read: readRecordsInThread,
  });
  const list = await shelveSubscribers(rows, store);
  for (const title of list.format.doubtful ?? [])
    context.terminal.warn(formatDoubtOfNamed(title, options.to));
  for (const line of formatNameOfFile(defaults.source, list.statuses)) context.terminal.warn(line);
  return list;
}

/** Whom the mailing is for, as the person said it. */
interface Named {
  /** The people of `--to`; everybody who is active without it. */
  readonly list: ShelvedImport | undefined;
  /** Those of `--segment`. */
  readonly isMeant: IsMeant | undefined;
}

function makePlan(sending: Sending, named: Named): MailingPlan {
  const { snapshot, mailer, store } = sending;
  return previewAudience(store, named, ({ members, excluded, added }) => {
    const reached: ExcludedRecipient[] = [];
    const recipients = withoutReached(members, sending, ({ address }) => {
      reached.push({ address, reason: 'has it already, or may have it' });
    });
    const plan = planMailing({ ...snapshot, mailer, recipients, excluded, added });
    return { ...plan, excluded: [...excluded, ...reached] };
  });
}

/** Whoever got the issue from a mailing that was cancelled does not get it again. */
function withoutReached(
  members: Iterable<Recipient>,
  { ledger, mailer, snapshot }: Sending,
  leaveOut: (recipient: Recipient) => void = () => {},
): Iterable<Recipient> {
  const isReached =
    mailer.transport === 'smtp' ? ledger.findReached(snapshot.edition.issueNumber) : undefined;
  if (isReached === undefined) return members;
  return (function* () {
    for (const member of members) {
      if (isReached(member.canonical)) leaveOut(member);
      else yield member;
    }
  })();
}

async function preflight(sending: Sending, plan: MailingPlan): Promise<readonly PreflightCheck[]> {
  const { snapshot, workspace, signingKey, mailer, options } = sending;
  const { postalAddress } = workspace.settings.sender;
  const checks = runPreflight({
    ...snapshot,
    plan,
    signing: await checkSigning(signingKey, snapshot),
    ...(postalAddress === undefined ? {} : { postalAddress }),
  });
  // A dry run stays offline, and nobody logs in for a mailing that cannot be sent.
  if (options.dryRun === true || checks.some(({ state }) => state === 'error')) return checks;
  return [...checks, ...(await checkServer(mailer, sending, plan))];
}

function describePlan(plan: MailingPlan, preflight: readonly PreflightCheck[]): object {
  const { issueNumber, audience, ...told } = plan;
  return { issue: issueNumber, ...told, recipients: audience.people, preflight };
}

interface Approved extends Named {
  readonly pace: PlannedPace;
}

async function start(
  sending: Sending,
  plan: MailingPlan,
  { list, isMeant, pace }: Approved,
): Promise<Outcome> {
  const { ledger, snapshot, store, workspace, options } = sending;
  refuseWhileOnTheirWay(ledger, plan.issueNumber);
  const now = systemClock.now();
  const { members } = gatherAudience(store, { list, isMeant });
  const worker = describeWorker(workspace.paths.database);
  const recipients = withoutNewcomers(withoutReached(members, sending), plan);
  const key = randomBytes(32).toString('hex');
  const started = startMailing(ledger, {
    plan,
    recipients,
    snapshot,
    worker,
    key,
    now,
    ...pace,
    moved: options.moved === true,
  });
  if ('heldBy' in started) return reportHeldElsewhere(sending, started);
  if ('olderCopy' in started) throw olderCopyError(`penny send ${plan.issueNumber} --moved`);
  if ('there' in started) {
    throw new UsageError(
      `issue ${plan.issueNumber} has got a mailing meanwhile, which is ${started.there.state}`,
      `look at it with penny status ${plan.issueNumber}`,
    );
  }
  if (options.detach === true) return leaveToServe(sending, started, worker);
  return runMailing(sending, started, { worker, resumed: 0 });
}

/** What becomes of the last messages of a cancelled mailing decides who still needs one. */
function refuseWhileOnTheirWay(ledger: Ledger, issueNumber: number): void {
  const isOpen = (mailing: Mailing): boolean =>
    mailing.issueNumber === issueNumber &&
    mailing.state === 'cancelled' &&
    countOpen(ledger.counts(mailing)) > 0;
  if (!ledger.listMailings().some(isOpen)) return;
  throw new UsageError(
    'messages of the mailing that was cancelled are still on their way',
    `run the same command again in a moment; if it stays so, run penny cancel ${issueNumber}`,
  );
}

/** Between the question and the answer the list may have grown: whoever came in was neither counted nor checked. */
function* withoutNewcomers(members: Iterable<Recipient>, { audience }: MailingPlan): Iterable<Recipient> {
  let newcomers = 0;
  for (const member of members) {
    if (audience.counted.has(member.canonical)) yield member;
    else newcomers += 1;
  }
  if (newcomers === 0) return;
  // Thrown in the middle of the start, it undoes it.
  throw new UsageError(
    `${newcomers} ${newcomers === 1 ? 'person has' : 'people have'} joined since you confirmed; nobody was mailed`,
    'run the same command again',
  );
}
