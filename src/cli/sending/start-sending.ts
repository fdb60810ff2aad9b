import { randomBytes } from 'node:crypto';
import { type GatheredAudience, type GatherOptions, gatherAudience } from '../../audience/gather-audience.ts';
import { type ShelvedImport, shelveSubscribers } from '../../audience/import-subscribers.ts';
import { readSubscriberRows } from '../../audience/read-subscriber-rows.ts';
import { findNewcomers } from '../../delivery/find-newcomers.ts';
import { type MailingPlan, planMailing } from '../../delivery/plan-mailing.ts';
import { type PreflightCheck, runPreflight } from '../../delivery/preflight.ts';
import { startMailing } from '../../delivery/start-mailing.ts';
import { formatPlan, formatPreflight } from '../../terminal/plan-text.ts';
import { type Outcome, UsageError } from '../command.ts';
import { confirm, declined } from '../confirm.ts';
import { openInput, sourceOfInput } from '../open-input.ts';
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
  const list = await readNamedList(sending);
  try {
    const plan = planFor(sending, list, { dryRun: true });
    const checks = preflight(sending, plan);
    const shown = formatPlan(plan);
    if (options.dryRun !== true) terminal.warn(shown);
    if (formerlyInOutbox) terminal.warn('it was written to the outbox before; no server mailed anybody then');
    const troubles = formatPreflight(checks);
    if (troubles !== '') terminal.warn(troubles);
    const { issueNumber, recipients, ...told } = plan;
    const document = { issue: issueNumber, ...told, recipients: recipients.length, preflight: checks };
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
    if (!(await confirm(context, { yes: options.yes, people: recipients.length }))) return declined;
    const approve = refuseNewcomers(plan);
    return await start(sending, planFor(sending, list, { dryRun: false, approve }));
  } finally {
    list?.shelf.close();
  }
}

/** The people of `--to`, read to their end. */
async function readNamedList({ context, options, store }: Sending): Promise<ShelvedImport | undefined> {
  if (options.to === undefined) return undefined;
  const defaults = { source: sourceOfInput(options.to), at: new Date().toISOString(), tags: [] };
  return shelveSubscribers(readSubscriberRows(await openInput(options.to, context), defaults), store);
}

function planFor(
  { snapshot, mailer, store }: Sending,
  list: ShelvedImport | undefined,
  options: Pick<GatherOptions, 'dryRun' | 'approve'>,
): MailingPlan {
  const audience = gatherAudience(store, { list, now: systemClock.now(), ...options });
  return planMailing({ ...snapshot, mailer, ...audience });
}

/** Between the question and the answer the list may have grown: whoever came in was neither counted nor checked. */
function refuseNewcomers(agreed: MailingPlan): (audience: GatheredAudience) => void {
  return ({ recipients }) => {
    const { length } = findNewcomers(agreed.recipients, recipients);
    if (length === 0) return;
    throw new UsageError(
      `${length} ${length === 1 ? 'person has' : 'people have'} joined since you confirmed; nobody was mailed`,
      'run the same command again',
    );
  };
}

function preflight({ snapshot, workspace }: Sending, plan: MailingPlan): readonly PreflightCheck[] {
  const { sender, unbuilt } = workspace.settings;
  const { postalAddress } = sender;
  return runPreflight({
    ...snapshot,
    plan,
    unbuilt,
    ...(postalAddress === undefined ? {} : { postalAddress }),
  });
}

async function start(sending: Sending, plan: MailingPlan): Promise<Outcome> {
  const worker = describeWorker();
  const started = startMailing(sending.ledger, {
    plan,
    snapshot: sending.snapshot,
    worker,
    key: randomBytes(32).toString('hex'),
    now: systemClock.now(),
  });
  if ('heldBy' in started) return reportHeldElsewhere(sending, started);
  if ('there' in started) {
    throw new UsageError(
      `issue ${plan.issueNumber} has got a mailing meanwhile, which is ${started.there.state}`,
      `look at it with penny status ${plan.issueNumber}`,
    );
  }
  return runMailing(sending, started, { worker, resumed: 0 });
}
