import { closestMatch } from 'leven';
import type { AudienceStore } from '../../audience/audience-store.ts';

/** What became of an address that was typed. */
export interface TypedResult {
  readonly address: string;
  readonly canonical: string;
  readonly result: string;
}

export interface ToldResult extends Pick<TypedResult, 'address' | 'result'> {
  /** Beside a stranger the active address that somebody most likely meant: who mistypes one believes that it is done. */
  readonly meant?: string;
}

/** What to tell of each address; the list is looked through once, and only where somebody is not on it. */
export function withMeant(results: readonly TypedResult[], store: AudienceStore): readonly ToldResult[] {
  const hasStrangers = results.some(({ result }) => result === 'not on the list');
  const active = hasStrangers ? activeAddresses(store) : [];
  return results.map(({ address, canonical, result }) => {
    const meant = result === 'not on the list' ? nearest(canonical, active) : undefined;
    return meant === undefined ? { address, result } : { address, result, meant };
  });
}

/** The active address that is nearly this one. */
export function findMeant(canonical: string, store: AudienceStore): string | undefined {
  return nearest(canonical, activeAddresses(store));
}

function activeAddresses(store: AudienceStore): string[] {
  return Array.from(store.list({ status: 'active' }), ({ canonical }) => canonical);
}

function nearest(canonical: string, addresses: readonly string[]): string | undefined {
  return closestMatch(canonical, addresses, { maxDistance: 2 });
}
