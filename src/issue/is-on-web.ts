import type { ActiveCandidate } from './issue.ts';

/** Whether the web, feeds included, may show a candidate: the author said so, and a consent, if any, covers it. */
export function isOnWeb({ web, consent }: ActiveCandidate): boolean {
  return web && (consent === undefined || consent.scope.includes('web'));
}
