import Validator from '@adobe/structured-data-validator';
import { describe, expect, it } from 'vitest';
import type { OpenRole } from '../../src/issue/issue.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { issueWith, letterhead, markdown, role, templates } from '../render/samples.ts';

const complete: Partial<OpenRole> = {
  company: 'acme',
  location: { city: 'San Francisco', region: 'CA', country: 'US' },
  workplace: 'hybrid',
  employment: 'fullTime',
  pay: { min: 180_000, max: 240_000, currency: 'USD', per: 'year' },
  posted: '2026-11-20',
  closes: '2027-01-23',
};

function build(changes: Partial<OpenRole>): { html: string; notes: readonly string[] } {
  const issues = [issueWith([role(changes)])];
  const { files, notes } = planSite({ issues, letterhead, templates, today: '2026-11-23' });
  const html = files.get('roles/vp-of-sales/index.html') ?? '';
  return { html, notes: notes.map(({ file, message }) => `${file} ${message}`) };
}

/** The objects of JSON-LD on a page. */
function dataOf(html: string): Record<string, unknown>[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) =>
    JSON.parse(json),
  );
}

function postingIn(changes: Partial<OpenRole>): Record<string, unknown> | undefined {
  return dataOf(build(changes).html).find((data) => data['@type'] === 'JobPosting');
}

/** What a validator made after Google's rules says that breaks them. */
async function errorsOf(type: string, data: object): Promise<unknown[]> {
  const found = {
    jsonld: { [type]: [{ ...data, '@location': '0,10' }] },
    microdata: {},
    rdfa: {},
    errors: [],
  };
  const issues = await new Validator().validate(found);
  return issues.filter(({ severity }) => severity === 'ERROR');
}

it('says all that a complete role says', () => {
  expect(postingIn(complete)).toEqual({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: 'vp of sales',
    description: '<ul>\n<li>running a team of 15+</li>\n</ul>',
    datePosted: '2026-11-20',
    validThrough: '2027-01-23T23:59',
    employmentType: 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: 'acme' },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: 'San Francisco',
        addressRegion: 'CA',
        addressCountry: 'US',
      },
    },
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'USD',
      value: { '@type': 'QuantitativeValue', minValue: 180_000, maxValue: 240_000, unitText: 'YEAR' },
    },
    identifier: { '@type': 'PropertyValue', name: 'penny for my thoughts', value: 'vp-of-sales' },
  });
});

it('passes the rules of Google, also with nothing but what they ask for', async () => {
  const roles: Partial<OpenRole>[] = [
    complete,
    { location: { country: 'DE' } },
    { workplace: 'remote', remoteFrom: ['US', 'CA'] },
    { workplace: 'remote', remoteFrom: ['US'], location: { city: 'Austin', country: 'US' } },
  ];
  for (const changes of roles) {
    const data = postingIn(changes);
    expect(data).toBeDefined();
    expect(await errorsOf('JobPosting', data ?? {})).toEqual([]);
  }
  expect(await errorsOf('JobPosting', { '@type': 'JobPosting', title: 'vp' })).not.toEqual([]);
});

it('has breadcrumbs that pass, too', async () => {
  const trail = dataOf(build(complete).html).find((data) => data['@type'] === 'BreadcrumbList');
  expect(await errorsOf('BreadcrumbList', trail ?? {})).toEqual([]);
  expect(trail?.['itemListElement']).toMatchObject([
    { item: 'https://penny.example/' },
    { item: 'https://penny.example/roles/' },
    { item: 'https://penny.example/roles/vp-of-sales/' },
  ]);
});

it('calls a client that is not named confidential, in the data and on the page', () => {
  expect(postingIn({ location: { country: 'US' } })?.['hiringOrganization']).toMatchObject({
    name: 'confidential',
  });
  expect(build({ location: { country: 'US' } }).html).toContain('the company is confidential');
});

it('says remote only with the countries, and never of a hybrid role', () => {
  expect(postingIn({ workplace: 'remote', remoteFrom: ['US', 'CA'] })).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: [
      { '@type': 'Country', name: 'US' },
      { '@type': 'Country', name: 'CA' },
    ],
  });
  expect(postingIn(complete)).not.toHaveProperty('jobLocationType');
});

it('guesses nothing: a line of pay is no range, a form elsewhere no application here', () => {
  const posting = postingIn({ ...complete, pay: '$200k+', apply: 'https://jobs.example.com/' });
  expect(posting).not.toHaveProperty('baseSalary');
  expect(posting).not.toHaveProperty('directApply');
  expect(postingIn({ ...complete, apply: 'mailto:hello@penny.example' })?.['directApply']).toBe(true);
});

describe('without something that Google requires there is none, and a note says what', () => {
  it.each<[Partial<OpenRole>, string]>([
    [{ location: 'sf' }, 'a location with its country, such as {city: Berlin, country: DE}'],
    [{}, 'a location with its country, such as {city: Berlin, country: DE}'],
    [{ workplace: 'remote', location: { country: 'US' } }, 'remoteFrom, a list of countries'],
    [{ ...complete, body: markdown('') }, 'text'],
    [{ body: markdown('') }, 'text, and a location with its country, such as {city: Berlin, country: DE}'],
  ])('%o', (changes, lacks) => {
    expect(postingIn(changes)).toBeUndefined();
    expect(build(changes).notes).toEqual([
      `issues/007-sample.md roles/vp-of-sales/ has no job posting for search engines; it lacks ${lacks}`,
    ]);
  });

  it('not for a role that is closed anyway', () => {
    expect(build({ status: 'filled' }).notes).toEqual([]);
    expect(postingIn({ ...complete, status: 'filled' })).toBeUndefined();
  });
});
