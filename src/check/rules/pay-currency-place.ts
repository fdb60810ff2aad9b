import { type Country, countries } from '../pay/countries.ts';
import { findRolePlaces } from '../pay/find-role-places.ts';
import { placeOfField } from '../reading/field-place.ts';
import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

export const payCurrencyPlace: Rule = {
  name: 'pay/currency-place',
  severity: 'note',
  what: 'The pay of an open role that is not remote is in another currency than the one of its country.',
  why: 'Most often the currency was copied from another role, and the sum reads as more or less than it is.',
  fix: 'Write the currency in which people are paid there, or say in `ignore` that this one is meant.',
  samples: () => ({
    good: [
      sample('location: sf, ca', 'USD'),
      sample('location: {city: Berlin, country: DE}', 'EUR'),
      sample('location: berlin', 'USD'),
      sample('location: london, uk or dublin, ireland', 'EUR'),
      sample('location: {country: PL}\nworkplace: remote', 'USD'),
      sample('location: remote (canada)', 'USD'),
    ],
    bad: [
      {
        sample: sample('location: toronto, on', 'USD'),
        finds: [
          {
            at: '10:42-10:45',
            message: 'pay is in USD, and the role in canada',
            hint: 'write currency: CAD, or ignore it with a why',
          },
        ],
      },
      {
        sample: sample('location: {city: London, country: GB}', 'EUR'),
        finds: [
          {
            at: '10:42-10:45',
            message: 'pay is in EUR, and the role in the united kingdom',
            hint: 'write currency: GBP, or ignore it with a why',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { pay, workplace, location } = role.fields;
      if (pay === undefined || typeof pay === 'string' || workplace === 'remote') continue;
      if (typeof location === 'string' && /remote/i.test(location)) continue;
      const places = countriesOf(role);
      const [first] = places;
      if (first === undefined || places.some(({ currency }) => currency === pay.currency)) continue;
      yield {
        place: placeOfField(role, 'pay.currency'),
        message: `pay is in ${pay.currency}, and the role in ${first.name}`,
        hint: `write currency: ${first.currency}, or ignore it with a why`,
      };
    }
  },
};

function countriesOf(role: WrittenRole): readonly Country[] {
  return findRolePlaces(role).flatMap(({ country }) => countries.get(country) ?? []);
}

function sample(location: string, currency: string): ReturnType<typeof sampleRole> {
  const pay = `pay: {min: 90000, max: 120000, currency: ${currency}, per: year}`;
  return sampleRole(['title: vp of sales', location, pay]);
}
