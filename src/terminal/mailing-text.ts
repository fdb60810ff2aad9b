import type { DeliveryReport, HeldElsewhere } from '../delivery/ledger.ts';
import type { Mailing } from '../delivery/mailing.ts';
import type { MailingResult } from '../delivery/mailing-result.ts';
import type { TestReport } from '../delivery/send-test.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

/** How a run of a mailing ended, what is left to do, and how. */
export function formatRun(result: MailingResult, { suspects }: { readonly suspects: number }): string {
  const { issue, state, failed, held, unknown } = result;
  const goesOn = state === 'paused' || state === 'waiting';
  const hints = [
    ...(goesOn ? ['run the same command again to go on; nobody gets it twice'] : []),
    ...(failed + held > 0 ? [`penny status ${issue} --recipients says who did not get it, and why`] : []),
    ...(unknown > 0 ? [`penny resolve ${issue} settles those of whom nobody knows whether they got it`] : []),
    ...(suspects > 0
      ? [
          `servers call ${suspects} ${suspects === 1 ? 'address' : 'addresses'} wrong, too many to believe: penny resolve ${issue} lists them`,
        ]
      : []),
  ];
  return [formatResult(result), ...hints.map((hint) => `  hint: ${hint}`)].join('\n');
}

/** How a mailing stands. */
export function formatResult(result: MailingResult): string {
  const { issue, state, reason, audience, accepted } = result;
  const because = reason === undefined ? '' : `: ${safe(reason)}`;
  const others = (['deferred', 'failed', 'held', 'unknown', 'skipped'] as const)
    .filter((name) => result[name] > 0)
    // Of most of them nobody has heard yet that a server deferred them.
    .map((name) => `${result[name]} ${name === 'deferred' ? 'to go' : name}`);
  return [
    `issue ${issue} is ${state}${because}`,
    [`${accepted} of ${audience} accepted`, ...others].join(', '),
  ].join('\n');
}

/**
 * What a run finds that has nothing to do.
 *
 * @param others who are active, and were not among its recipients
 */
export function formatFinished(result: MailingResult, { others }: { readonly others: number }): string {
  const { accepted, audience } = result;
  const done = accepted === audience ? 'everybody has it already' : 'this mailing is finished';
  if (others === 0) return `${done}\n${formatResult(result)}`;
  const people = others === 1 ? '1 active person was' : `${others} active people were`;
  const whom = accepted === audience ? 'everybody of its mailing has it already' : done;
  return `${whom}\n${formatResult(result)}\n${people} not among them; this issue goes to nobody else`;
}

/** What a run finds that goes on with an earlier one. */
export function formatGoingOn(
  { issueNumber, startedAt, audience }: Mailing,
  { accepted, left }: { readonly accepted: number; readonly left: number },
): string {
  return `issue ${issueNumber} was started on ${formatMoment(startedAt)}: ${accepted} of ${audience} have it; ${left} ${left === 1 ? 'is' : 'are'} left`;
}

/** Who else is sending the issue, and what to do about it. */
export function formatHeldElsewhere({ heldBy: { pid, host }, since }: HeldElsewhere): string {
  const who = `penny: process ${pid} on ${safe(host)} is sending this issue since ${formatMoment(since)}`;
  return `${who}\n  hint: wait for it, or stop it and run the same command`;
}

/** The copies that would be sent to try an issue out. */
export function formatTestPlan(addresses: readonly string[], destination: string): string {
  const who = addresses.map(safe).join(', ');
  return `[test] copies for ${who} would go through ${safe(destination)}\na dry run: nothing was sent`;
}

/** What became of the copies that somebody sent to try an issue out. */
export function formatTestReports(reports: readonly TestReport[], destination: string): string {
  const lines = reports.map(
    ({ address, accepted, text }) => `${accepted ? 'accepted' : 'failed'}  ${safe(address)}  ${safe(text)}`,
  );
  return [`[test] copies through ${safe(destination)}`, ...lines].join('\n');
}

/** A mailing, how it stands, and its recipients if they were asked for. */
export interface ToldMailing {
  readonly mailing: Mailing;
  readonly result: MailingResult;
  readonly recipients?: readonly DeliveryReport[];
}

/** One mailing after the other, in the order given. */
export function formatMailings(mailings: readonly ToldMailing[]): string {
  return mailings.map(formatMailing).join('\n\n');
}

function formatMailing({ mailing, result, recipients }: ToldMailing): string {
  const since = `since ${formatMoment(mailing.startedAt)}, by ${mailing.transport}`;
  return [
    formatResult(result),
    since,
    ...(recipients === undefined ? [] : [formatRecipients(recipients)]),
  ].join('\n');
}

/** A column that would be empty is not there: before the first attempt there are no replies, and where nobody is deferred no moments. */
function formatRecipients(reports: readonly DeliveryReport[]): string {
  const columns: readonly (readonly [title: string, cell: (report: DeliveryReport) => string])[] = [
    ['address', ({ address }) => safe(address)],
    ['state', ({ state }) => state],
    ['attempts', ({ attempts }) => String(attempts)],
    ['tried again from', ({ dueAt }) => (dueAt === undefined ? '' : formatMoment(dueAt))],
    ['code', ({ code }) => (code === undefined ? '' : String(code))],
    ['last reply', ({ text }) => safe(text ?? '')],
  ];
  const filled = columns.map(([title, cell]) => [title, ...reports.map(cell)]).filter(hasCells);
  const [addresses = []] = filled;
  return formatTable(addresses.map((_, row) => filled.map((column) => column[row] ?? '')));
}

function hasCells([, ...cells]: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}

/** `2026-11-23 09:00 UTC`. */
export function formatMoment(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
