import { closestMatch } from 'leven';

/** The candidate that somebody most likely meant by `word`, if one is close enough. Case does not count. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const byFolded = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const mostEdits = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3));
  const closest = closestMatch(word.toLowerCase(), [...byFolded.keys()], { maxDistance: mostEdits });
  return closest === undefined ? undefined : byFolded.get(closest);
}
