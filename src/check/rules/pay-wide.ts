import { placeOfField } from '../reading/field-place.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

/** What New Jersey has proposed as a limit, in percent of the lower end. */
const most = 60;
const hint = 'narrow it, or say in the text what decides where in it somebody lands';

export const payWide: Rule = {
  name: 'pay/wide',
  severity: 'note',
  what: 'The upper end of a role’s pay is more than 60% above its lower end.',
  why: 'Readers take the upper end for bait, and the lower one for the offer. New Jersey has proposed this limit for advertisements.',
  fix: 'Narrow the range, or say in the text what decides where in it somebody lands.',
  samples: () => ({
    good: [
      samplePay('{min: 100000, max: 160000, currency: USD, per: year}'),
      samplePay('{min: 0, max: 0, currency: USD, per: hour}'),
      samplePay('USD 100,000–200,000 per year'),
    ],
    bad: [
      {
        sample: samplePay('{min: 120000, max: 240000, currency: USD, per: year}'),
        finds: [{ at: '9:6-9:58', message: '240,000 is 100% above 120,000', hint }],
      },
      {
        sample: samplePay('{min: 0, max: 80, currency: EUR, per: hour}'),
        finds: [{ at: '9:6-9:49', message: 'it starts at 0 and ends at 80', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { pay } = role.fields;
      if (pay === undefined || typeof pay === 'string') continue;
      const { min, max } = pay;
      // Whole numbers: 1.6 times some sums is a little less than it should be.
      if (max * 100 <= min * (100 + most)) continue;
      const [least, top] = [min, max].map((sum) => sum.toLocaleString('en'));
      const percent = Math.ceil((max * 100) / min - 100).toLocaleString('en');
      const message =
        min === 0 ? `it starts at 0 and ends at ${top}` : `${top} is ${percent}% above ${least}`;
      yield { place: placeOfField(role, 'pay'), message, hint };
    }
  },
};

function samplePay(pay: string): ReturnType<typeof sampleRole> {
  return sampleRole(['title: vp of sales', `pay: ${pay}`]);
}
