import { findPayDuties } from '../pay/pay-duties.ts';
import { asOf } from '../pay/pay-jurisdictions.ts';
import { placeOfField } from '../reading/field-place.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const most = 50_000;
/** Ontario asks nothing of pay whose upper end is above this. */
const exemptAbove = 200_000;

export const paySpread: Rule = {
  name: 'pay/spread',
  severity: 'warning',
  what: 'The pay of an open role in Ontario has more than 50,000 dollars a year between its ends, and an upper end of up to 200,000.',
  why: 'Since 2026 advertisements there have to keep to that spread. This is a reminder from a dated table, not legal advice.',
  fix: 'Narrow the range, or make two roles of two levels.',
  samples: {
    good: [
      sampleOntario('{min: 120000, max: 170000, currency: CAD, per: year}'),
      sampleOntario('{min: 120000, max: 210000, currency: CAD, per: year}'),
      sampleOntario('{min: 120000, max: 190000, currency: USD, per: year}'),
      sampleOntario('{min: 120000, max: 190000, currency: CAD, per: year}', 'employerSize: 24'),
      sampleRole([
        'title: vp of sales',
        'location: vancouver, bc',
        'pay: {min: 120000, max: 190000, currency: CAD, per: year}',
      ]),
    ],
    bad: [
      {
        sample: sampleOntario('{min: 120000, max: 190000, currency: CAD, per: year}'),
        finds: [
          {
            at: '10:6-10:58',
            message: 'ontario allows 50,000 between min and max, this is 70,000',
            hint: 'narrow it, or ignore it with a why; not legal advice, table of 2026-11',
          },
        ],
      },
    ],
  },
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { pay } = role.fields;
      if (pay === undefined || typeof pay === 'string') continue;
      const { min, max, currency, per } = pay;
      const isLimited = currency === 'CAD' && per === 'year' && max <= exemptAbove && max - min > most;
      if (!isLimited) continue;
      const duties = findPayDuties(issue, role);
      if (duties === undefined || duties.isRemote) continue;
      if (!duties.laws.some(({ country, region }) => country === 'CA' && region === 'ON')) continue;
      yield {
        place: placeOfField(role, 'pay'),
        message: `ontario allows ${amount(most)} between min and max, this is ${amount(max - min)}`,
        hint: `narrow it, or ignore it with a why; not legal advice, table of ${asOf}`,
      };
    }
  },
};

function amount(sum: number): string {
  return sum.toLocaleString('en');
}

function sampleOntario(pay: string, ...more: readonly string[]): ReturnType<typeof sampleRole> {
  return sampleRole(['title: vp of sales', 'location: toronto, on', `pay: ${pay}`, ...more]);
}
