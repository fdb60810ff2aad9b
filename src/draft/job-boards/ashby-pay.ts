import { findLeftOut } from './find-left-out.ts';
import { isRecord, type JobPosting, type PayPeriod, readPay, textOf, type Unknown } from './job-posting.ts';

interface AshbyPay {
  /** The first salary that is whole. */
  readonly pay: JobPosting['pay'];
  /** What else the job pays, in words; nothing when there is no salary, and all of it is left to the author. */
  readonly besides: readonly string[];
}

/** The pay of a job on Ashby: tiers, each with components such as a salary, a bonus and equity. */
export function readAshbyPay(compensation: unknown): AshbyPay {
  if (!isRecord(compensation)) return { pay: undefined, besides: [] };
  const tiers = recordsOf(compensation['compensationTiers']);
  const components = tiers.flatMap((tier) => recordsOf(tier['components']));
  const salary = components.find((component) => readSalary(component) !== undefined);
  if (salary === undefined) return { pay: undefined, besides: [] };
  const others = components.filter((component) => component !== salary).map(describe);
  const rest = [compensation, ...tiers]
    .flatMap((record) => findLeftOut(record, summaries))
    .map((path) => `compensation.${path}`);
  return { pay: readSalary(salary), besides: [...others, ...rest] };
}

/** What is said in other words, or once more. */
const summaries = {
  compensationTiers: true,
  components: true,
  tierSummary: true,
  compensationTierSummary: true,
  scrapeableCompensationSalarySummary: true,
  summaryComponents: true,
};

const periods: ReadonlyMap<string, PayPeriod> = new Map([
  ['1 YEAR', 'year'],
  ['1 MONTH', 'month'],
  ['1 WEEK', 'week'],
  ['1 DAY', 'day'],
  ['1 HOUR', 'hour'],
]);

function readSalary(component: Unknown): JobPosting['pay'] {
  if (component['compensationType'] !== 'Salary') return undefined;
  const { minValue: min, maxValue: max } = component;
  return readPay({
    min,
    max,
    currency: textOf(component, 'currencyCode'),
    per: periods.get(textOf(component, 'interval') ?? ''),
  });
}

/** `pay: Bonus`, `pay: another Salary of GBP 1–2`. */
function describe(component: Unknown): string {
  const type = textOf(component, 'compensationType') ?? 'a component without a type';
  const { minValue: min, maxValue: max } = component;
  const ends = [min, max].filter((end) => typeof end === 'number').map((end) => end.toLocaleString('en'));
  const currency = textOf(component, 'currencyCode');
  const amount = [
    ...(currency === undefined ? [] : [currency]),
    ...(ends.length === 0 ? [] : [ends.join('–')]),
  ];
  return ['pay:', type === 'Salary' ? 'another Salary' : type, ...amount].join(' ');
}

function recordsOf(value: unknown): readonly Unknown[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
