import type { PayPeriod } from '../../issue/issue.ts';
import { findStatedPay } from '../pay/find-stated-pay.ts';
import { findPayDuties } from '../pay/pay-duties.ts';
import { asOf } from '../pay/pay-jurisdictions.ts';
import type { Pay } from '../pay/read-pay.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const most = 50_000;
/** Written out: the machine’s language data takes its time to load. */
const mostInWords = '50,000';
/** Ontario asks nothing of pay whose upper end is above this. */
const exemptAbove = 200_000;
/** How often a full year has what pay is written for: 40 hours, 5 days a week. */
const inAYear: Readonly<Record<PayPeriod, number>> = { year: 1, month: 12, week: 52, day: 260, hour: 2_080 };
const hint = `narrow it, or ignore it with a why; not legal advice, table of ${asOf}`;

export const paySpread: Rule = {
  name: 'pay/spread',
  severity: 'warning',
  what: 'The pay of an open role in Ontario has more than 50,000 dollars a year between its ends, and an upper end of up to 200,000. An hour’s pay counts 2,080 times, a day’s 260, a week’s 52, a month’s 12.',
  why: 'Since 2026 advertisements there have to keep to that spread. This is a reminder from a dated table, not legal advice.',
  fix: 'Narrow the range, or make two roles of two levels.',
  samples: () => ({
    good: [
      sampleOntario('{min: 120000, max: 170000, currency: CAD, per: year}'),
      sampleOntario('{min: 120000, max: 210000, currency: CAD, per: year}'),
      sampleOntario('{min: 120000, max: 190000, currency: USD, per: year}'),
      sampleOntario('{min: 120000, max: 190000, currency: CAD, per: year}', 'employerSize: 24'),
      sampleOntario('CAD 120,000–170,000 per year'),
      sampleOntario('US$120,000–190,000'),
      sampleOntario('up to $190k'),
      sampleOntario('{min: 45, max: 65, currency: CAD, per: hour}'),
      sampleOntario('$45–65 an hour'),
      sampleRole([
        'title: vp of sales',
        'location: vancouver, bc',
        'pay: {min: 120000, max: 190000, currency: CAD, per: year}',
      ]),
    ],
    bad: [
      {
        sample: sampleOntario('{min: 120000, max: 190000, currency: CAD, per: year}'),
        finds: [{ at: '10:6-10:58', message: describe('70,000'), hint }],
      },
      {
        sample: sampleOntario('CAD 120,000–190,000 per year'),
        finds: [{ at: '10:6-10:34', message: describe('70,000'), hint }],
      },
      {
        sample: sampleOntario('{min: 40, max: 70, currency: CAD, per: hour}'),
        finds: [{ at: '10:6-10:50', message: describe('62,400'), hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: toronto'], '- series a\n- $120–190k base'),
        finds: [{ at: '13:3-13:12', message: describe('70,000'), hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const duties = findPayDuties(issue, role);
      if (duties === undefined || duties.isRemote) continue;
      if (!duties.laws.some(({ country, region }) => country === 'CA' && region === 'ON')) continue;
      // A bare $ is Canada’s where every place is there.
      const isCanadian = duties.laws.every(({ country }) => country === 'CA');
      for (const { pay, place } of findStatedPay(issue, role)) {
        if ((pay.currency ?? (isCanadian ? 'CAD' : undefined)) !== 'CAD') continue;
        const spread = spreadOf(pay);
        if (spread > most) yield { place, message: describe(amount(spread)), hint };
      }
    }
  },
};

/** Between the ends of pay, for a year; 0 where that is nobody’s business, or one of them is not known. */
function spreadOf({ min, max, per }: Pay): number {
  if (min === undefined || max === undefined) return 0;
  // Below that nobody is paid for a year: it is an hour’s or a day’s.
  if (per === undefined && max < 10_000) return 0;
  const [least, top] = [min, max].map((end) => Math.round(end * inAYear[per ?? 'year']));
  if (least === undefined || top === undefined || top > exemptAbove) return 0;
  return top - least;
}

function describe(spread: string): string {
  return `ontario allows ${mostInWords} a year between min and max, this is ${spread}`;
}

function amount(sum: number): string {
  return sum.toLocaleString('en');
}

function sampleOntario(pay: string, ...more: readonly string[]): ReturnType<typeof sampleRole> {
  return sampleRole(['title: vp of sales', 'location: toronto, on', `pay: ${pay}`, ...more]);
}
