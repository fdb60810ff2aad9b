import type { Employment, OpenRole, PayRange, RoleLocation } from '../issue/issue.ts';
import { formatDate } from './format-date.ts';

/**
 * What a reader wants to know of a role before reading it, in this order: company, place, workplace, pay,
 * employment, benefits, last day. Lines are the author's own; ranges, places and dates are put into the issue's
 * language. What the author left out is left out.
 *
 * @param language BCP 47
 */
export function roleFacts(role: OpenRole, language: string): readonly string[] {
  const facts = [
    role.company,
    formatLocation(role.location, language),
    formatWorkplace(role, language),
    formatPay(role.pay, language),
    role.employment === undefined ? undefined : employmentWords[role.employment],
    role.benefits,
    role.closes === undefined ? undefined : `closes ${formatDate(role.closes, language)}`,
  ];
  return facts.filter((fact) => fact !== undefined);
}

const employmentWords: Readonly<Record<Employment, string>> = {
  fullTime: 'full-time',
  partTime: 'part-time',
  contract: 'contract',
  temporary: 'temporary',
  intern: 'internship',
};

function formatLocation(location: string | RoleLocation | undefined, language: string): string | undefined {
  if (location === undefined || typeof location === 'string') return location;
  const { city, region, country } = location;
  return [city, region, countryName(country, language)].filter((part) => part !== undefined).join(', ');
}

function formatWorkplace({ workplace, remoteFrom }: OpenRole, language: string): string | undefined {
  if (workplace !== 'remote' || remoteFrom === undefined || remoteFrom.length === 0) return workplace;
  const countries = remoteFrom.map((country) => countryName(country, language));
  return `remote (${countries.join(', ')})`;
}

/** `USD 180,000–240,000 per year`: the currency's code, because half a dozen countries have dollars. */
function formatPay(pay: string | PayRange | undefined, language: string): string | undefined {
  if (pay === undefined || typeof pay === 'string') return pay;
  const number = new Intl.NumberFormat(language);
  const amounts = [...new Set([pay.min, pay.max])].map((amount) => number.format(amount));
  return `${pay.currency} ${amounts.join('–')} per ${pay.per}`;
}

function countryName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
