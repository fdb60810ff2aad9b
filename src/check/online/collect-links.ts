import { isClosed } from '../../issue/is-closed.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { candidatesOf } from '../candidates/active-candidates.ts';
import { findCandidateLinks } from '../candidates/candidate-links.ts';
import { type FoundAddress, findAddresses } from '../links/find-addresses.ts';
import { isPrivateHost } from '../links/is-private-host.ts';
import { isPlaceholder } from '../links/link-address.ts';
import { readWebAddress, withoutWww } from '../links/read-web-address.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { findNeverNames } from '../never-name/find-never-names.ts';
import type { NeverNameList } from '../never-name/never-name-list.ts';
import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { findRoleHistory, idOfRole, type RoleHistory } from '../roles/role-history.ts';
import { findHiddenCandidate } from './find-hidden-candidate.ts';

/** A place of an issue that leads to a web page. */
export interface LinkUse {
  /** Whole, with `http://` or `https://`. */
  readonly address: string;
  readonly file: string;
  readonly place: Place;
  /** Whether it is where people apply. */
  readonly isApply: boolean;
}

interface Surroundings {
  /** Every issue of the workspace: a role can be closed in a newer one, and a candidate can stand in any. */
  readonly all: readonly WrittenIssue[];
  readonly neverNames: NeverNameList;
}

/**
 * The links of these issues that may be called. Nothing about a candidate leaves the machine: no address that stands in
 * a candidate's block is called, wherever else it stands, nor one that holds a name of the list. Neither are roles that
 * are closed, and addresses that other rules complain of or that belong to nobody (RFC 2606).
 */
export function collectLinks(
  issues: readonly WrittenIssue[],
  { all, neverNames }: Surroundings,
): readonly LinkUse[] {
  const history = findRoleHistory(all);
  const ofCandidates = new Set(all.flatMap(addressesOfCandidates));
  return issues
    .filter((issue) => findHiddenCandidate(issue) === undefined)
    .flatMap((issue) => findAddresses(withoutClosed(issue, history)).map((found) => toUse(issue, found)))
    .filter(
      ({ address }) =>
        mayBeCalled(address) &&
        !ofCandidates.has(pageOf(address)) &&
        findNeverNames(address, neverNames).length === 0,
    );
}

/** Of links, and of what only reads like one. */
function addressesOfCandidates(issue: WrittenIssue): readonly string[] {
  const links = findAddresses(onlyBlocks(issue, candidatesOf(issue))).map(({ address }) => address);
  return [...links, ...findCandidateLinks(issue).map(({ text }) => text)].map(pageOf);
}

/** The introduction, the essay and the roles for which people can still apply. */
function withoutClosed(issue: WrittenIssue, history: RoleHistory): WrittenIssue {
  const roles = openRolesOf(issue).filter((role) => !isClosedByNow(role, issue, history));
  const shown = onlyBlocks(issue, [...roles, ...issue.blocks.filter(({ kind }) => kind === 'essay')]);
  return { ...shown, introduction: issue.introduction };
}

function isClosedByNow(role: WrittenRole, issue: WrittenIssue, history: RoleHistory): boolean {
  const last = history.get(idOfRole(role, issue))?.at(-1);
  return last !== undefined && isClosed(last.role.fields.status);
}

function toUse({ file }: WrittenIssue, { kind, address, place }: FoundAddress): LinkUse {
  return { address: whole(address), file, place, isApply: kind === 'apply' };
}

/** A bare `www.` is a link, too. */
function whole(address: string): string {
  return /^www\./i.test(address) ? `http://${address}` : address;
}

function mayBeCalled(address: string): boolean {
  const parts = readWebAddress(address);
  if (parts === undefined || isPlaceholder(address) || address.includes('{{')) return false;
  return !isPrivateHost(parts.host) && !belongsToNobody(parts.host) && parts.credentials === undefined;
}

function belongsToNobody(host: string): boolean {
  return /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/.test(host);
}

/** The same for every way to write the address of one page, and rather for two pages than for none. */
function pageOf(address: string): string {
  const url = URL.parse(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
  if (url === null) return address;
  return `${withoutWww(url.hostname)}${url.pathname.replace(/\/+$/, '')}`.toLowerCase();
}
