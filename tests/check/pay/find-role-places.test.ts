import { describe, expect, it } from 'vitest';
import { findRemoteCountries, findRolePlaces } from '../../../src/check/pay/find-role-places.ts';
import { openRolesOf } from '../../../src/check/roles/open-roles.ts';
import { sampleRole } from '../../../src/check/roles/sample-role.ts';
import { parseFiles } from '../parse-sample.ts';

describe('findRolePlaces', () => {
  it.each([
    ['bay area', [{ country: 'US', region: 'CA', city: 'bay area' }]],
    ['sf bay area', [{ country: 'US', region: 'CA', city: 'sf bay area' }]],
    ['seattle area', [{ country: 'US', region: 'WA', city: 'seattle' }]],
    ['malta', [{ country: 'MT' }]],
    ['valletta, malta', [{ country: 'MT' }]],
    ['boston, usa', [{ country: 'US', region: 'MA', city: 'boston' }]],
    ['boston, us', [{ country: 'US', region: 'MA', city: 'boston' }]],
    ['NYC metro area', [{ country: 'US', region: 'NY', city: 'nyc' }]],
    ['ny, ny', [{ country: 'US', region: 'NY', city: 'nyc' }]],
    ['long island, ny', [{ country: 'US', region: 'NY' }]],
    ['D.C.', [{ country: 'US', region: 'DC' }]],
    ['toronto', [{ country: 'CA', region: 'ON', city: 'toronto' }]],
    ['ottawa', [{ country: 'CA', region: 'ON', city: 'ottawa' }]],
  ])('knows %s', (location, places) => {
    expect(placesOf(location)).toEqual(places);
  });

  it.each(['malta, mt', 'italy, tx', 'boston, uk'])(
    'takes no town for what it is called after: %s',
    (location) => {
      expect(placesOf(location).filter(({ country }) => country !== 'GB')).toEqual([]);
    },
  );

  it.each([
    'remote, us (excluding california, colorado)',
    'remote, not nyc',
    'anywhere but california',
    'us, except new york',
  ])('takes no place for one that is named to be left out: %s', (location) => {
    expect(placesOf(location)).toEqual([]);
  });
});

describe('findRemoteCountries', () => {
  it.each([
    ['remote (us)', ['US']],
    ['US remote', ['US']],
    ['anywhere in the us', ['US']],
    ['remote, us / canada', ['US', 'CA']],
    ['remote, north america', ['US', 'CA']],
    ['remote - emea', []],
    ['united states', []],
    ['anywhere in the us, except colorado', []],
  ])('knows from where “%s” is', (location, countries) => {
    expect(rolesAt(location).flatMap(findRemoteCountries)).toEqual(countries);
  });
});

function placesOf(location: string) {
  return rolesAt(location).flatMap(findRolePlaces);
}

function rolesAt(location: string) {
  const sample = sampleRole([
    'title: vp of sales',
    'apply: https://jobs.example.com/vp',
    `location: ${JSON.stringify(location)}`,
  ]);
  const written = parseFiles(sample.files).flatMap((parsed) => parsed.written ?? []);
  return written.flatMap(openRolesOf);
}
