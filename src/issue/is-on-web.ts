import type { ActiveCandidate } from './issue.ts';

/**
 * Whether the web, feeds included, may show a candidate: the author said so, a consent, if any, covers it, and the
 * candidate did not withdraw.
 */
export function isOnWeb({ web, consent, status }: ActiveCandidate): boolean {
  return web && status !== 'withdrawn' && (consent === undefined || consent.scope.includes('web'));
}
