import type { DraftBlock } from '../draft-issue.ts';

/** The facts of a job as a board states them. Its prose is left out: the author writes the bullets. */
export interface JobPosting {
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
}

/** The block of a role with these facts, and no text. */
export function toRole(posting: JobPosting): DraftBlock {
  const { unsure: _, leftOut: __, ...fields } = posting;
  return { name: 'open role', fields, body: [] };
}

/** Plain data of unknown shape. */
export type Unknown = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a key, without spaces around it; undefined when there is none. */
export function textOf(record: Unknown, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The day of a moment, `YYYY-MM-DD` in UTC; undefined when it is none. */
export function dayOf(moment: unknown): string | undefined {
  if (typeof moment !== 'string' && typeof moment !== 'number') return undefined;
  const time = new Date(moment).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

/** The object without the keys that have no value. */
export function present<Fields extends object>(
  fields: { [Key in keyof Fields]: Fields[Key] | undefined },
): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
