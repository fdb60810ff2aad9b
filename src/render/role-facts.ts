import type { OpenRole, PayPeriod, PayRange, RoleLocation } from '../issue/issue.ts';
import { formatDate } from './format-date.ts';
import { fillLabel, type Labels } from './labels.ts';

interface Words {
  readonly labels: Labels;
  readonly language: string;
}

/**
 * What a reader wants to know of a role before reading it, in this order: company, place, workplace, pay,
 * employment, benefits, last day. Lines are the author's own; ranges, places and dates are put into the issue's
 * language. What the author left out is left out.
 *
 * @param words the newsletter's labels, and the language (BCP 47)
 */
export function roleFacts(role: OpenRole, { labels, language }: Words): readonly string[] {
  const facts = [
    role.company,
    formatLocation(role.location, language),
    formatWorkplace(role, { labels, language }),
    formatPay(role.pay, { labels, language }),
    role.employment === undefined ? undefined : labels[role.employment],
    role.benefits,
    role.closes === undefined
      ? undefined
      : fillLabel(labels.closes, { date: formatDate(role.closes, language) }),
  ];
  return facts.filter((fact) => fact !== undefined);
}

const perLabels = {
  year: 'perYear',
  month: 'perMonth',
  week: 'perWeek',
  day: 'perDay',
  hour: 'perHour',
} as const satisfies Readonly<Record<PayPeriod, keyof Labels>>;

function formatLocation(location: string | RoleLocation | undefined, language: string): string | undefined {
  if (location === undefined || typeof location === 'string') return location;
  const { city, region, country } = location;
  return [city, region, countryName(country, language)].filter((part) => part !== undefined).join(', ');
}

function formatWorkplace(
  { workplace, remoteFrom }: OpenRole,
  { labels, language }: Words,
): string | undefined {
  if (workplace === undefined) return undefined;
  if (workplace !== 'remote' || remoteFrom === undefined || remoteFrom.length === 0) return labels[workplace];
  const countries = remoteFrom.map((country) => countryName(country, language));
  return fillLabel(labels.remoteFrom, { countries: countries.join(', ') });
}

/** `USD 180,000–240,000 per year`: the currency's code, because half a dozen countries have dollars. */
function formatPay(pay: string | PayRange | undefined, { labels, language }: Words): string | undefined {
  if (pay === undefined || typeof pay === 'string') return pay;
  const number = new Intl.NumberFormat(language);
  const amounts = [...new Set([pay.min, pay.max])].map((amount) => number.format(amount));
  return fillLabel(labels[perLabels[pay.per]], { pay: `${pay.currency} ${amounts.join('–')}` });
}

function countryName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
