import type { RoleLocation } from '../../issue/issue.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import { countries } from './countries.ts';
import { type KnownRegion, knownRegions } from './known-regions.ts';

/** A place in which a role is done, as far as it is known. */
export interface RolePlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The postal code of a known region. */
  readonly region?: string;
  /** In lower case, without full stops. */
  readonly city?: string;
}

const fromHome = /\b(?:remote(?:ly)?|anywhere|nationwide|wfh|work from home|home[- ]?based)\b/;

/** The places that the `location` of a role names. What could be several places is none. */
export function findRolePlaces({ fields }: WrittenRole): readonly RolePlace[] {
  const { location } = fields;
  if (location === undefined) return [];
  if (typeof location !== 'string') return [placeOfLocation(location)];
  const line = fold(location);
  if (excludes(line)) return [];
  return line.split(/[;/|•·+]| (?:or|and|&|und|oder|y|o) /).flatMap(placesOfLine);
}

/** The countries from which a role can be done at home; empty where it cannot, or nobody says from where. */
export function findRemoteCountries({ fields }: WrittenRole): readonly string[] {
  const { workplace, remoteFrom, location } = fields;
  const line = typeof location === 'string' ? fold(location) : '';
  const isRemote = workplace === 'remote' || (workplace === undefined && fromHome.test(line));
  if (!isRemote) return [];
  if (remoteFrom !== undefined) return remoteFrom;
  if (excludes(line)) return [];
  const words = wordsOf(line);
  return ['US', 'CA'].filter((code) =>
    [...(countries.get(code)?.aliases ?? []), 'north america'].some((name) => words.includes(` ${name} `)),
  );
}

/** Whether a line names places where the role is not done, as in `remote, not nyc`. */
function excludes(line: string): boolean {
  return / (?:non|not|no|outside|but|except|excluding|excl|ex) /.test(wordsOf(line));
}

/** The words of a line with one space around each. */
function wordsOf(line: string): string {
  return ` ${line.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

function placeOfLocation({ country, region = '', city = '' }: RoleLocation): RolePlace {
  const [regionName, cityName] = [fold(region), fold(city)];
  const found = knownRegions.find((known) => {
    if (known.country !== country) return false;
    return regionName === '' ? hasCity(known, cityName) : isNameOf(regionName, known);
  });
  return {
    country,
    ...(found === undefined ? {} : { region: found.code }),
    ...(cityName === '' ? {} : { city: cityName }),
  };
}

function hasCity({ code, country, cities, citiesWithCode }: KnownRegion, city: string): boolean {
  const isClear = country === 'CA' || (code === 'NY' && city === 'new york');
  return cities.includes(city) || (isClear && citiesWithCode.includes(city));
}

function isNameOf(name: string, { country, code, names }: KnownRegion): boolean {
  const short = code.toLowerCase();
  const isState = code === 'WA' && name === 'washington';
  return isState || [short, `${country.toLowerCase()}-${short}`, ...names].includes(name);
}

/** The places in a line such as `sf, ca`, `brooklyn, new york, usa` or `sf, nyc`. */
function placesOfLine(line: string): readonly RolePlace[] {
  const pieces = piecesOf(line.replace(/^ny, ?ny\b/, 'nyc'));
  const country = countryOf(pieces);
  if (country !== undefined && country !== 'US' && country !== 'CA') return [{ country }];
  const regions = knownRegions.filter(
    (region) => (country === undefined || region.country === country) && isIn(pieces, region, country),
  );
  if (regions.length === 0) return country === undefined ? [] : [{ country }];
  return regions.map(({ country, code, cities, citiesWithCode }) => {
    const city = pieces.find(isOneOf([...cities, ...citiesWithCode]));
    return { country, region: code, ...(city === undefined ? {} : { city }) };
  });
}

/** The country that a line names. In `malta, ny` two letters say that it is a town of that name. */
function countryOf(pieces: readonly string[]): string | undefined {
  const last = pieces.slice(1).at(-1);
  const named = last !== undefined && /^[a-z]{2}$/.test(last) ? [last] : pieces;
  const [country] = countries.entries().find(([, { aliases }]) => aliases.some(isOneOf(named))) ?? [];
  return country;
}

function piecesOf(line: string): readonly string[] {
  return line.split(/[,()]| [-–—] /).flatMap((piece) => {
    const name = piece
      .trim()
      .replace(/ \d{5}(?:-\d{4})?$/, '')
      .replace(/^(?:onsite|on-site|hybrid|remote|greater|downtown)(?: in| from|:)? /, '')
      .replace(/(?: hq| office|(?<!(?:^| )bay) area| metro| based| onsite| hybrid| remote|-based)+$/, '');
    return name === '' ? [] : splitOffCode(name);
  });
}

/** `san francisco ca` is a city and a code; `el dorado` is not. */
function splitOffCode(piece: string): readonly string[] {
  const [, city, code] = /^(\S.*) (\S{2})$/.exec(piece) ?? [];
  if (city === undefined || code === undefined) return [piece];
  const isKnown = knownRegions.some(
    (known) => known.code.toLowerCase() === code && [...known.cities, ...known.citiesWithCode].includes(city),
  );
  return isKnown ? [city, code] : [piece];
}

/** `country` is the one that the line itself names. */
function isIn(pieces: readonly string[], region: KnownRegion, country: string | undefined): boolean {
  const { code, names, cities, citiesWithCode, isCodeClear = false } = region;
  const short = code.toLowerCase();
  const named = pieces.some(isOneOf([...names, ...cities]));
  const hasCityOfIt = pieces.some(isOneOf([...cities, ...citiesWithCode]));
  if (country === region.country && pieces.includes(short)) return true;
  if (pieces.slice(1).includes(short) && (named || hasCityOfIt || isCodeClear)) return true;
  if (pieces.length === 1 && ['ny', 'nj', 'dc'].includes(short)) return pieces.includes(short) || named;
  if (namesAnotherState(pieces, region)) return false;
  // A word for a state that is also a city elsewhere.
  if (code === 'WA' && pieces.slice(1).includes('washington')) return true;
  if (code === 'ON' && pieces.includes('ca')) return pieces.some(isOneOf(cities));
  return named || (country === 'CA' && hasCityOfIt);
}

/** In `denver, pa` two letters say that it is not the denver one thinks of. */
function namesAnotherState(pieces: readonly string[], { code, country }: KnownRegion): boolean {
  const fine = [code.toLowerCase(), country.toLowerCase(), 'us', 'sf', 'la'];
  return pieces.slice(1).some((piece) => /^[a-z]{2}$/.test(piece) && !fine.includes(piece));
}

function isOneOf(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('.', '').replaceAll(/\s+/g, ' ').trim();
}
