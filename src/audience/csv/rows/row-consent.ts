import { unprovenProof } from '../../consent-proof.ts';
import type { SubscriberConsent } from '../../subscriber.ts';
import { isTwoDays, readMoment } from './read-moment.ts';
import { cellOf, type Problem, placeOf, type Row } from './row.ts';
import { readAgreementDay } from './row-agreement.ts';
import type { RowDefaults } from './row-defaults.ts';

const day = 86_400_000;

/** When they agreed, in ISO 8601; nothing where the row does not say it. */
export function readConsentDay(row: Row, { at: now }: RowDefaults): string | Problem | undefined {
  const told = readDay(row, 'consent') ?? readAgreementDay(row);
  // The clocks of two places differ by a day at most.
  if (typeof told !== 'string' || told <= now || Date.parse(told) <= Date.parse(now) + day) return told;
  return { problem: `nobody can have agreed on ${told.slice(0, 10)} yet` };
}

/** The moment in the column of a role; nothing where it is empty. */
export function readDay(row: Row, role: 'consent' | 'joinedAt'): string | Problem | undefined {
  const told = cellOf(row, role);
  if (told === '') return undefined;
  const order = row.columns.dayOrders?.get(placeOf(row, role));
  return readMoment(told, order) ?? noDate(told);
}

function noDate(cell: string): Problem {
  return {
    problem: isTwoDays(cell)
      ? `“${cell}” can be two days: write it as 2026-01-31`
      : `“${cell}” is not a date such as 2026-01-31`,
  };
}

/** When somebody agreed, and whether the file says that they did. */
export interface Agreed {
  /** In ISO 8601. */
  readonly at: string;
  readonly isTold: boolean;
}

export function readConsent(row: Row, { at, isTold }: Agreed, defaults: RowDefaults): SubscriberConsent {
  const proof = readProof(row);
  const wording = cellOf(row, 'wording');
  // Made step by step: spreading what may be missing costs more than all the rest, a million times.
  const consent: { -readonly [Key in keyof SubscriberConsent]: SubscriberConsent[Key] } = {
    source: cellOf(row, 'source') || defaults.source,
    at,
  };
  if (proof !== '') consent.proof = proof;
  else if (!isTold) consent.proof = unprovenProof;
  if (wording !== '') consent.wording = wording;
  return consent;
}

/** One column is the proof as it stands; of another tool's several, each is named. */
function readProof(row: Row): string {
  const { known, roles, titles } = row.columns;
  if (known?.columns.proof === undefined || known.columns.proof.length === 1) return cellOf(row, 'proof');
  const parts = (roles.proof ?? []).flatMap((column) => {
    const cell = row.cells[column] ?? '';
    return cell === '' ? [] : [`${titles[column] ?? ''} ${cell}`];
  });
  return parts.length === 0 ? '' : `${known.name}: ${parts.join(', ')}`;
}
