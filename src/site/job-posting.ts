import type { Employment, OpenRole, PayPeriod, PayRange, RoleLocation } from '../issue/issue.ts';

/** What search engines read of a role, or what the role lacks for it. */
export type JobPosting =
  | { readonly kind: 'complete'; readonly data: object }
  /** In words: `text`, `a location with its country`. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

export interface JobPostingContext {
  /** What the page shows under the role's title. */
  readonly descriptionHtml: string;
  /** The newsletter, which gave the role its id. */
  readonly newsletter: string;
}

/**
 * A role as schema.org's JobPosting, when it has everything that Google requires. Nothing in it is guessed, and
 * everything in it stands on the role's page.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/job-posting
 * @see https://schema.org/JobPosting
 */
export function describeJobPosting(
  role: OpenRole,
  { descriptionHtml, newsletter }: JobPostingContext,
): JobPosting {
  const place = describePlace(role);
  const missing = [
    ...(descriptionHtml === '' ? ['text'] : []),
    ...(place === undefined ? [placeNeeded(role)] : []),
  ];
  if (missing.length > 0) return { kind: 'incomplete', missing };
  const data = {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: role.title,
    description: descriptionHtml,
    datePosted: role.posted,
    // It is open on that day, until midnight.
    validThrough: role.closes === undefined ? undefined : `${role.closes}T23:59`,
    employmentType: role.employment === undefined ? undefined : employmentTypes[role.employment],
    hiringOrganization: { '@type': 'Organization', name: role.company ?? 'confidential' },
    ...place,
    baseSalary: describePay(role.pay),
    identifier: { '@type': 'PropertyValue', name: newsletter, value: role.id },
    // An answer by mail ends the application; whether a form elsewhere does, nobody here knows.
    directApply: role.apply?.startsWith('mailto:') === true ? true : undefined,
  };
  return { kind: 'complete', data };
}

function describePlace({ location, workplace, remoteFrom = [] }: OpenRole): object | undefined {
  const address = typeof location === 'object' ? describeLocation(location) : undefined;
  if (workplace !== 'remote') return address;
  if (remoteFrom.length === 0) return undefined;
  const countries = remoteFrom.map((name) => ({ '@type': 'Country', name }));
  return { ...address, jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: countries };
}

function placeNeeded({ workplace }: OpenRole): string {
  return workplace === 'remote'
    ? 'remoteFrom, a list of countries'
    : 'a location with its country, such as {city: Berlin, country: DE}';
}

function describeLocation({ city, region, country }: RoleLocation): object {
  return {
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: city,
        addressRegion: region,
        addressCountry: country,
      },
    },
  };
}

/** A line of an author's is for people; only a range is data. */
function describePay(pay: string | PayRange | undefined): object | undefined {
  if (typeof pay !== 'object') return undefined;
  const { min, max, currency, per } = pay;
  const value = {
    '@type': 'QuantitativeValue',
    ...(min === max ? { value: min } : { minValue: min, maxValue: max }),
    unitText: unitTexts[per],
  };
  return { '@type': 'MonetaryAmount', currency, value };
}

const employmentTypes: Readonly<Record<Employment, string>> = {
  fullTime: 'FULL_TIME',
  partTime: 'PART_TIME',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  intern: 'INTERN',
};

const unitTexts: Readonly<Record<PayPeriod, string>> = {
  year: 'YEAR',
  month: 'MONTH',
  week: 'WEEK',
  day: 'DAY',
  hour: 'HOUR',
};
