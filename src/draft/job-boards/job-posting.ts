import type { DraftBlock } from '../draft-issue.ts';

/** The facts of a job as a board states them. Its prose is left out: the author writes the bullets. */
export interface JobPosting {
  /** Which one of the board’s jobs it is, from 1. */
  readonly place: number;
  readonly title: string;
  readonly apply: string;
  readonly location?: string;
  readonly workplace?: 'onsite' | 'hybrid' | 'remote';
  readonly employment?: 'fullTime' | 'partTime' | 'contract' | 'temporary' | 'intern';
  readonly pay?: {
    readonly min: number;
    readonly max: number;
    readonly currency: string;
    readonly per: PayPeriod;
  };
  /** `YYYY-MM-DD`. */
  readonly posted?: string;
  /** Facts that are there and could not be used, in words. */
  readonly unsure: readonly string[];
  /** What else the board says, by its own names: prose and facts that a role has no field for. */
  readonly leftOut: readonly string[];
}

export type PayPeriod = 'year' | 'month' | 'week' | 'day' | 'hour';

/** A job board’s answer: a vendor whose shape it has, and what is in it. */
export interface JobBoard {
  readonly vendor: 'Greenhouse' | 'Lever' | 'Ashby' | 'Workable';
  readonly jobs: readonly JobPosting[];
  readonly skipped: readonly SkippedJob[];
}

/** A job of the board that becomes no role, and why. */
export interface SkippedJob {
  readonly place: number;
  readonly title: string;
  readonly why: string;
}

/** What a reader of one vendor’s shape makes of a job: its facts, or why it is to be left alone. */
export type ReadJob = Omit<JobPosting, 'place'> | Omit<SkippedJob, 'place'>;

/** The block of a role with these facts, and no text. */
export function toRole(posting: JobPosting): DraftBlock {
  const { place: _, unsure: __, leftOut: ___, ...fields } = posting;
  return { name: 'open role', fields, body: [] };
}

/** Plain data of unknown shape. */
export type Unknown = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a key on one line, without spaces around it; undefined when there is none. */
export function textOf(record: Unknown, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim().replaceAll(/\s+/g, ' ') : undefined;
}

/** The day of a moment, `YYYY-MM-DD` in UTC; undefined when it is none of this century. */
export function dayOf(moment: unknown): string | undefined {
  const isMoment =
    typeof moment === 'number' || (typeof moment === 'string' && /^\d{4}-\d\d-\d\d/.test(moment));
  if (!isMoment) return undefined;
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return undefined;
  const day = time.toISOString().slice(0, 10);
  return /^20\d\d-/.test(day) ? day : undefined;
}

interface PayTerms {
  readonly min: unknown;
  readonly max: unknown;
  readonly currency: string | undefined;
  readonly per: PayPeriod | undefined;
}

/** What a job pays; undefined where one of the four terms is missing. */
export function readPay({ min, max, currency, per }: PayTerms): JobPosting['pay'] {
  const isRange = isAmount(min) && isAmount(max);
  return isRange && currency !== undefined && per !== undefined ? { min, max, currency, per } : undefined;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The object without the keys that have no value. */
export function present<Fields extends object>(
  fields: { [Key in keyof Fields]: Fields[Key] | undefined },
): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
