import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findAddresses } from '../links/find-addresses.ts';
import { isPrivateHost } from '../links/is-private-host.ts';
import { readWebAddress } from '../links/read-web-address.ts';
import { findNeverNames } from '../never-name/find-never-names.ts';
import type { NeverNameList } from '../never-name/never-name-list.ts';
import { isPlaceholder } from '../reading/link-address.ts';
import { onlyBlocks } from '../reading/only-blocks.ts';
import { openRolesOf } from '../roles/open-roles.ts';

/** A place of an issue that leads to a web page. */
export interface LinkUse {
  /** Whole, with `http://` or `https://`. */
  readonly address: string;
  readonly file: string;
  readonly place: Place;
  /** Whether it is where people apply. */
  readonly isApply: boolean;
}

/**
 * The links of an issue that may be called. Nothing about a candidate leaves the machine: what stands in a candidate's
 * block is not called, nor is an address that holds a name of the list. Neither are roles that are closed, and addresses
 * that other rules complain of or that belong to nobody (RFC 2606).
 */
export function collectLinks(issue: WrittenIssue, neverNames: NeverNameList): readonly LinkUse[] {
  const shown = onlyBlocks(issue, [
    ...openRolesOf(issue),
    ...issue.blocks.filter(({ kind }) => kind === 'essay'),
  ]);
  return findAddresses({ ...shown, introduction: issue.introduction }).flatMap(({ kind, address, place }) => {
    const parts = readWebAddress(address);
    if (parts === undefined || isPlaceholder(address) || address.includes('{{')) return [];
    if (isPrivateHost(parts.host) || belongsToNobody(parts.host)) return [];
    if (parts.credentials !== undefined || findNeverNames(address, neverNames).length > 0) return [];
    const whole = /^https?:/i.test(address) ? address : `http://${address}`;
    return { address: whole, file: issue.file, place, isApply: kind === 'apply' };
  });
}

function belongsToNobody(host: string): boolean {
  return /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/.test(host);
}
