import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findOpenEndedLaws } from '../pay/find-open-ended-laws.ts';
import { findPayInText, isOpenEnded } from '../pay/pay-in-text.ts';
import { asOf } from '../pay/pay-jurisdictions.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint = `write both ends, such as pay: {min: 200000, max: …, currency: …, per: year}; not legal advice, table of ${asOf}`;

export const payOpenEnded: Rule = {
  name: 'pay/open-ended',
  severity: 'warning',
  what: 'The pay of an open role has one end only, such as “200k+” or “up to 200k”, and the place in which it is done asks for both, or is not known.',
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
        sample: sampleRole(['title: vp of sales', 'pay: 200k+']),
        finds: [{ at: '9:6-9:11', message: '“200k+” has one end, many places ask for both', hint }],
      },
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
      const asks = law === undefined ? 'many places ask for both' : `${law.name} asks for both`;
      // Without a law in sight only what stands in the field itself is worth a word, and only if the place is not known.
      if (law === undefined && hasPlace(role)) continue;
      const inText = law === undefined ? [] : findOpenEndedText(issue, role);
      for (const { text, place } of [...findOpenEndedField(role), ...inText]) {
        yield { place, message: `${quote(text)} has one end, ${asks}`, hint };
      }
    }
  },
};

interface Pay {
  readonly text: string;
  readonly place: Place;
}

function hasPlace({ places }: WrittenRole): boolean {
  return places.has('location') || places.has('remoteFrom');
}

function findOpenEndedField(role: WrittenRole): readonly Pay[] {
  const { pay } = role.fields;
  if (typeof pay !== 'string' || !isOpenEnded(pay)) return [];
  return [{ text: pay, place: placeOfField(role, 'pay') }];
}

/** What the text says counts where the field says nothing. */
function findOpenEndedText(issue: WrittenIssue, role: WrittenRole): readonly Pay[] {
  if (role.places.has('pay')) return [];
  return findPayInText(issue, role).filter(({ kind }) => kind === 'openEnded');
}
