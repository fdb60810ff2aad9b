import { countries } from '../pay/countries.ts';
import { findOpenEndedLaws } from '../pay/find-open-ended-laws.ts';
import { findStatedPay } from '../pay/find-stated-pay.ts';
import { listNames, type PayDuties } from '../pay/pay-duties.ts';
import { asOf } from '../pay/pay-jurisdictions.ts';
import { isOpenEnded, isRange, type Pay } from '../pay/read-pay.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const end = `not legal advice, table of ${asOf}`;

export const payOpenEnded: Rule = {
  name: 'pay/open-ended',
  severity: 'warning',
  what: 'The pay of an open role has one end only, such as “200k+” or “up to 200k”, and the place in which it is done asks for both, or is not known.',
  why: 'New York City, Minnesota, Vermont and British Columbia want a closed range, and New Jersey proposes to. This is a reminder from a dated table, not legal advice.',
  fix: 'Write a lower and an upper end.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: USD 180,000–240,000 per year']),
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: from 180k to 240k']),
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: 200k + equity, up to 30% bonus']),
      sampleRole(['title: vp of sales', 'location: nyc'], '- $180–240k base, up to $400k ote'),
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: competitive + 401k']),
      sampleRole(['title: vp of sales', 'location: sf, ca', 'pay: 200k+']),
      sampleRole(['title: vp of sales', 'location: jersey city', 'pay: 200k+']),
      sampleRole(['title: vp of sales', 'location: nyc'], '- closed $200k+ deals, up to $5m in arr'),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'pay: 200k+']),
        finds: [
          {
            at: '9:6-9:11',
            message: '“200k+” has one end, many places ask for both',
            hint: `write pay: {min: 200000, max: …, currency: …, per: year}; ${end}`,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: nyc', 'pay: up to 200k']),
        finds: [
          {
            at: '10:6-10:16',
            message: '“up to 200k” has one end, new york city asks for both',
            hint: `write pay: {min: …, max: 200000, currency: USD, per: year}; ${end}`,
          },
        ],
      },
      {
        sample: sampleRole(['title: engineer', 'location: vancouver, bc'], '- salary up to C$30 an hour'),
        finds: [
          {
            at: '12:10-12:20',
            message: '“up to C$30” has one end, british columbia asks for both',
            hint: `write pay: {min: …, max: 30, currency: CAD, per: hour}; ${end}`,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: princeton, nj', 'pay: from €90.000 p.a.']),
        finds: [
          {
            at: '10:6-10:23',
            message: '“from €90.000 p.a.” has one end, the proposed rules of new jersey ask for both',
            hint: `write pay: {min: 90000, max: …, currency: EUR, per: year}; ${end}`,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: remote (us)', 'pay: $200k or more']),
        finds: [
          {
            at: '10:6-10:19',
            message:
              '“$200k or more” has one end, minnesota and vermont ask for both, where this can be done remotely',
            hint: `write pay: {min: 200000, max: …, currency: USD, per: year}; ${end}`,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const duties = findOpenEndedLaws(issue, role);
      // Without a law in sight only what stands in the field itself is worth a word, and only if the place is not known.
      if (duties === undefined && (hasPlace(role) || !role.places.has('pay'))) continue;
      const stated = findStatedPay(issue, role);
      // Beside a whole range, “up to $400k ote” is what may come on top.
      if (stated.some(({ pay }) => isRange(pay))) continue;
      for (const { text, place, pay } of stated) {
        if (text === undefined || !isOpenEnded(pay)) continue;
        const message = `${quote(text)} has one end, ${describeLaws(duties)}`;
        yield { place, message, hint: hintFor(pay, duties) };
      }
    }
  },
};

function hasPlace({ places }: WrittenRole): boolean {
  return places.has('location') || places.has('remoteFrom');
}

function describeLaws(duties: PayDuties | undefined): string {
  if (duties === undefined) return 'many places ask for both';
  const { laws, isRemote } = duties;
  const isProposed = laws.every(({ closedRange }) => closedRange === 'proposed');
  const names = isProposed ? `the proposed rules of ${listNames(laws)}` : listNames(laws);
  const asks = isProposed || laws.length > 1 ? 'ask for both' : 'asks for both';
  return `${names} ${asks}${isRemote ? ', where this can be done remotely' : ''}`;
}

/** The author’s own figure, and a gap for the other one. */
function hintFor({ min, max, currency, per }: Pay, duties: PayDuties | undefined): string {
  const money = currency ?? countries.get(duties?.laws[0]?.country ?? '')?.currency ?? '…';
  // What is below that is hardly paid for a year: the author knows for what.
  const period = per ?? ((min ?? max ?? 0) < 1_000 ? '…' : 'year');
  const range = `{min: ${min ?? '…'}, max: ${max ?? '…'}, currency: ${money}, per: ${period}}`;
  return `write pay: ${range}; ${end}`;
}
