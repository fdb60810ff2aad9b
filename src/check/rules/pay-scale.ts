import type { PayPeriod } from '../../issue/issue.ts';
import { placeOfField } from '../reading/field-place.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

/** Between these every sum is possible, in the currencies below. No pay at all is said with 0. */
const plausible: Readonly<Record<PayPeriod, readonly [least: number, most: number]>> = {
  year: [1_000, 20_000_000],
  month: [0, 250_000],
  week: [0, 100_000],
  day: [0, 20_000],
  hour: [0, 2_000],
};

const currencies: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF']);

export const payScale: Rule = {
  name: 'pay/scale',
  severity: 'warning',
  what: 'The pay of an open role is not possible for its period: 180 a year, or 180,000 an hour.',
  why: 'Job boards sort by it, and readers see a slip in the one number they look for.',
  fix: 'Write the whole sum, or the period that belongs to it.',
  samples: () => ({
    good: [
      samplePay('{min: 180000, max: 240000, currency: USD, per: year}'),
      samplePay('{min: 60, max: 90, currency: USD, per: hour}'),
      samplePay('{min: 0, max: 20000, currency: EUR, per: year}'),
      samplePay('{min: 900000, max: 1200000, currency: JPY, per: month}'),
    ],
    bad: [
      {
        sample: samplePay('{min: 180, max: 240, currency: USD, per: year}'),
        finds: [{ at: '9:12-9:15', message: '180 usd a year?', hint: 'for 180k write 180000, or per: hour' }],
      },
      {
        sample: samplePay('{min: 120000, max: 140000, currency: EUR, per: hour}'),
        finds: [
          {
            at: '9:12-9:18',
            message: '120,000 eur an hour?',
            hint: 'write per: year, or what one hour is paid',
          },
        ],
      },
      {
        sample: samplePay('{min: 0, max: 300000, currency: GBP, per: month}'),
        finds: [
          {
            at: '9:20-9:26',
            message: '300,000 gbp a month?',
            hint: 'write per: year, or what one month is paid',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { pay } = role.fields;
      if (pay === undefined || typeof pay === 'string' || !currencies.has(pay.currency)) continue;
      const [least, most] = plausible[pay.per];
      const isPossible = (sum: number): boolean => sum === 0 || (sum >= least && sum <= most);
      const end = (['min', 'max'] as const).find((name) => !isPossible(pay[name]));
      if (end === undefined) continue;
      const sum = pay[end];
      const article = pay.per === 'hour' ? 'an' : 'a';
      yield {
        place: placeOfField(role, `pay.${end}`),
        message: `${sum.toLocaleString('en')} ${pay.currency.toLowerCase()} ${article} ${pay.per}?`,
        hint: hintFor(sum, pay.per),
      };
    }
  },
};

function hintFor(sum: number, per: PayPeriod): string {
  if (per === 'year' && sum < plausible.year[0]) return `for ${sum}k write ${sum * 1000}, or per: hour`;
  if (per === 'year') return 'write what one year is paid, without cents';
  return `write per: year, or what one ${per} is paid`;
}

function samplePay(pay: string): ReturnType<typeof sampleRole> {
  return sampleRole(['title: vp of sales', `pay: ${pay}`]);
}
