import { findOpenEndedLaws } from '../pay/find-open-ended-laws.ts';
import { findPayInText, isOpenEnded } from '../pay/pay-in-text.ts';
import { asOf } from '../pay/pay-jurisdictions.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint =
  'write both ends, such as pay: {min: 200000, max: …, currency: …, per: year}; not legal advice, table of 2026-11';

export const payOpenEnded: Rule = {
  name: 'pay/open-ended',
  severity: 'warning',
  what: 'The pay of an open role has one end only, such as “200k+” or “up to 200k”, and the place in which it is done asks for both.',
  why: 'New York City, Minnesota and British Columbia do not take it, and New Jersey proposes not to. This is a reminder from a dated table, not legal advice.',
  fix: 'Write a lower and an upper end.',
  samples: {
    good: [
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: USD 180,000–240,000 per year']),
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: from 180k to 240k']),
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: 200k + equity, up to 30% bonus']),
      sampleRole(['title: vp of sales', 'location: sf, ca', 'pay: 200k+']),
      sampleRole(['title: vp of sales', 'location: nyc'], '- closed $200k+ deals, up to $5m in arr'),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'location: nyc', 'pay: 200k+']),
        finds: [{ at: '10:6-10:11', message: '“200k+” has one end, new york city asks for both', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: vancouver, bc'], '- salary up to $200k'),
        finds: [
          { at: '12:10-12:21', message: '“up to $200k” has one end, british columbia asks for both', hint },
        ],
      },
    ],
  },
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const [law] = findOpenEndedLaws(issue, role);
      if (law === undefined) continue;
      const { pay } = role.fields;
      const inField =
        typeof pay === 'string' && isOpenEnded(pay) ? [{ text: pay, place: placeOfField(role, 'pay') }] : [];
      const inText = role.places.has('pay')
        ? []
        : findPayInText(issue, role).filter(({ kind }) => kind === 'openEnded');
      for (const { text, place } of [...inField, ...inText]) {
        yield {
          place,
          message: `${quote(text)} has one end, ${law.name} asks for both`,
          hint: `write both ends, such as pay: {min: 200000, max: …, currency: …, per: year}; not legal advice, table of ${asOf}`,
        };
      }
    }
  },
};
