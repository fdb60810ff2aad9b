import type { WrittenIssue } from '../../issue/issue.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import type { TextMatch } from '../search/find-in-stretches.ts';
import { LatePattern } from '../search/pattern.ts';

/** English words that some filters and some clients dislike. They are welcome all the same: nothing is ever changed. */
const strongWords: readonly string[] = [
  ...['shit', 'shits', 'shitty', 'bullshit', 'horseshit', 'shitshow', 'fuck', 'fucks', 'fucked', 'fucking'],
  ...[
    'fucker',
    'fuckers',
    'motherfucker',
    'ass',
    'asses',
    'arse',
    'asshole',
    'assholes',
    'arsehole',
    'badass',
  ],
  ...['dumbass', 'jackass', 'damn', 'damned', 'goddamn', 'bitch', 'bitches', 'bastard', 'bastards', 'crap'],
  ...[
    'crappy',
    'piss',
    'pissed',
    'prick',
    'pricks',
    'dickhead',
    'wanker',
    'bollocks',
    'cunt',
    'twat',
    'douchebag',
  ],
];

/** As whole words, in any case. */
const pattern = new LatePattern(`(?<![\\p{L}\\p{N}_])(?:${strongWords.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');

/** Every strong word in what readers read, in the order of their places. */
export function findStrongWords(issue: WrittenIssue): readonly TextMatch[] {
  const words = known.get(issue) ?? findInReadableText(issue, pattern);
  known.set(issue, words);
  return words;
}

/** Two rules ask for them, and nobody changes an issue. */
const known = new WeakMap<WrittenIssue, readonly TextMatch[]>();
