import { isOpenEnded, readPay } from '../pay/read-pay.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

/** Thousands, however they are written: `120k`, `120 000`, `120.000`, `120’000`, `120000`; a 401k is a pension. */
const thousands = /(?<![\p{L}\p{N}])(?!401 ?\(?k)\d{1,3}(?: ?k(?!\p{L})|[.,’' ]\d{3}(?!\d)|\d{3,5}(?!\d))/iu;

/** A sign, or a word for money as people write it beside a sum. */
const currency =
  /\p{Sc}|(?<!\p{L})(?:usd?|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|ron|jpy|cny|rmb|inr|sgd|hkd|zar|brl|mxn|ils|aed|try|dollars?|euros?|pounds?|sterling|quid|francs?|franken|kr(?:onor|oner)?\.?|zł|yen|rupees?|lakhs?|lpa|rand|reais|pesos?|shekels?|dirhams?|bucks)(?!\p{L})|元|円/iu;

const hint = 'say which money, such as $120k – 150k or EUR 120,000';

export const payNoCurrency: Rule = {
  name: 'pay/no-currency',
  severity: 'note',
  what: 'The `pay` of an open role names a sum and no currency.',
  why: 'Your list reaches people in other countries, and 120k is another life in pounds than in dollars.',
  fix: 'Put the sign or the code beside it, such as `$120k – 150k` or `EUR 120,000`.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'pay: $120k - 150k plus equity']),
      sampleRole(['title: vp of sales', 'pay: "120’000 Franken"']),
      sampleRole(['title: vp of sales', 'pay: 45.000 € brutto']),
      sampleRole(['title: vp of sales', 'pay: 40 lpa']),
      sampleRole(['title: vp of sales', 'pay: kr 900 000']),
      sampleRole(['title: vp of sales', 'pay: nach Tarif, E13, 40 Stunden']),
      sampleRole(['title: vp of sales', 'pay: {min: 120000, max: 150000, currency: USD, per: year}']),
      sampleRole(['title: vp of sales', 'pay: 200k+']),
      sampleRole(['title: vp of sales', 'pay: competitive + 401k']),
      sampleRole(['title: vp of sales', 'status: filled', 'pay: 120k']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'pay: 120k - 150k']),
        finds: [{ at: '9:6-9:17', message: '“120k - 150k” names no currency', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'pay: 120 000 per year']),
        finds: [{ at: '9:6-9:22', message: '“120 000 per year” names no currency', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'pay: base of 95000']),
        finds: [{ at: '9:6-9:19', message: '“base of 95000” names no currency', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { pay } = role.fields;
      if (typeof pay !== 'string' || !thousands.test(pay) || currency.test(pay)) continue;
      // One that is open-ended is asked for whole, with its currency.
      const read = readPay(pay);
      if (read !== undefined && isOpenEnded(read)) continue;
      yield { place: placeOfField(role, 'pay'), message: `${quote(pay)} names no currency`, hint };
    }
  },
};
