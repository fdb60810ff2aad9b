import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import type { Trouble } from '../rule.ts';
import { findRemoteCountries, findRolePlaces, type RolePlace } from './find-role-places.ts';
import { asOf, type PayJurisdiction, payJurisdictions } from './pay-jurisdictions.ts';

/** The laws on pay in advertisements that hold for a role. */
export interface PayDuties {
  /** Never empty; nearer places first. */
  readonly laws: readonly PayJurisdiction[];
  /** What the role says of its place. */
  readonly place: Place;
  /** Whether they hold only because the role can be done there at home. */
  readonly isRemote: boolean;
}

export interface MissingPart {
  /** What is asked for, such as `the pay range`. */
  readonly asked: string;
  /** What to do about it, such as `add benefits: …`. */
  readonly advice: string;
  readonly isAskedBy: (law: PayJurisdiction, date: string) => boolean;
}

/** The laws that hold for a role on the day of its issue, by its location or else by where it can be done remotely. */
export function findPayDuties(issue: WrittenIssue, role: WrittenRole): PayDuties | undefined {
  const { date } = issue.frontMatter.fields;
  if (date === undefined) return undefined;
  const { employerSize } = role.fields;
  const inForce = payJurisdictions.filter(
    ({ since, staff }) => since <= date && (employerSize === undefined || employerSize >= staff),
  );
  const local = findRolePlaces(role).flatMap((place) => nearest(inForce, place) ?? []);
  if (local.length > 0) {
    return { laws: [...new Set(local)], place: placeOfField(role, 'location'), isRemote: false };
  }
  const countries = findRemoteCountries(role);
  const laws = inForce.filter(({ cities, country }) => cities === undefined && countries.includes(country));
  const field = ['remoteFrom', 'location', 'workplace'].find((name) => role.places.has(name));
  if (laws.length === 0 || field === undefined) return undefined;
  return { laws, place: placeOfField(role, field), isRemote: true };
}

/** The trouble with a role that leaves out what the laws ask for, if one of them does. */
export function findMissingPart(
  { issue, role }: { readonly issue: WrittenIssue; readonly role: WrittenRole },
  { asked, advice, isAskedBy }: MissingPart,
): Trouble | undefined {
  const { date } = issue.frontMatter.fields;
  const duties = findPayDuties(issue, role);
  if (duties === undefined || date === undefined) return undefined;
  const laws = duties.laws.filter((law) => isAskedBy(law, date));
  const sentence = describeLaws(laws, asked, duties.isRemote);
  if (sentence === undefined) return undefined;
  return {
    place: duties.place,
    message: sentence,
    hint: `${advice}, or ignore it with a why; not legal advice, table of ${asOf}`,
  };
}

function nearest(laws: readonly PayJurisdiction[], place: RolePlace): PayJurisdiction | undefined {
  return laws.find(
    ({ country, region, cities }) =>
      country === place.country &&
      (region === undefined || region === place.region) &&
      (cities === undefined || (place.city !== undefined && cities.includes(place.city))),
  );
}

function describeLaws(
  laws: readonly PayJurisdiction[],
  asked: string,
  isRemote: boolean,
): string | undefined {
  const [first, ...others] = laws;
  if (first === undefined) return undefined;
  const where = laws.every((law) => law.orBeforeInterview === true)
    ? 'in the ad or before the interview'
    : 'in the ad';
  const names = listNames(laws);
  if (isRemote) {
    return `this can be done remotely in ${names}, which ${others.length === 0 ? 'asks' : 'ask'} for ${asked} ${where}`;
  }
  if (others.length > 0) return `${names} ask for ${asked} ${where}`;
  const staff = first.staff > 1 ? ` (${first.staff}+ staff)` : '';
  const recruiters = {
    asked: ', also from the recruiter who posts it',
    covered: ', also where a recruiter posts it',
    none: '',
  }[first.recruiters ?? 'none'];
  return `${first.name} asks for ${asked} ${where}${staff}${recruiters}`;
}

/** Up to three names, and how many more there are. */
export function listNames(laws: readonly PayJurisdiction[]): string {
  const names = laws.slice(0, 3).map(({ name }) => name);
  const more = laws.length - names.length;
  if (more > 0) return `${names.join(', ')} and ${more} other ${more === 1 ? 'place' : 'places'}`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
