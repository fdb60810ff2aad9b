import { findPayInText } from '../pay/pay-in-text.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint = 'add pay: {min: …, max: …, currency: …, per: year}; the text can stay';

export const payOnlyInText: Rule = {
  name: 'pay/only-in-text',
  severity: 'note',
  what: 'The text of an open role names a pay range, and `pay` is not there.',
  why: 'Search engines and job boards read the field, not the text.',
  fix: 'Add `pay` with the same numbers. The text can stay as it is.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'pay: USD 180,000–240,000 per year'], '- $180–240k base'),
      sampleRole(['title: vp of sales'], '- series a, $10–15m in funding, deals of $50–100k'),
      sampleRole(['title: vp of sales'], '- 10-20k customers, team of 15-20'),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales'], '- series a\n- $180–240k base, $350k ote'),
        finds: [{ at: '12:3-12:12', message: '“$180–240k” stands in the text only', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      if (role.places.has('pay')) continue;
      const range = findPayInText(issue, role).find(({ kind }) => kind === 'range');
      if (range === undefined) continue;
      yield { place: range.place, message: `${quote(range.text)} stands in the text only`, hint };
    }
  },
};
