import type { PayPeriod } from '../../issue/issue.ts';
import { patternFor } from '../search/pattern-for.ts';

const behind: readonly (readonly [PayPeriod, RegExp])[] = [
  ['hour', /(?:\/|\b(?:per|an?|pro|par|por|je)) ?(?:hour|hr|h|stunde|heure|hora)\b|\bhourly\b|\bp\.?h\b/iu],
  ['day', /(?:\/|\b(?:per|a|pro|par|por|je)) ?(?:day|d|tag|jour|día|dag)\b|\bdaily\b|\bp\.?d\b/iu],
  ['week', /(?:\/|\b(?:per|a|pro|par|por|je)) ?(?:week|wk|w|woche|semaine|semana)\b|\bweekly\b|\bp\.?w\b/iu],
  [
    'month',
    /(?:\/|\b(?:per|a|pro|par|por|je|im)) ?(?:month|mo|m|monat|mois|mes|maand)\b|\bmonthly\b|\bp\.?c?\.?m\b/iu,
  ],
  [
    'year',
    /(?:\/|\b(?:per|a|pro|par|por|je|im)) ?(?:year|yr|y|annum|jahr|an|año|jaar)\b|\b(?:annual|year)ly\b|\bp\.?a\b/iu,
  ],
];

const inFront: readonly (readonly [PayPeriod, RegExp])[] = [
  ['hour', /\bhour(?:ly)?\b/iu],
  ['day', /\b(?:day|daily)\b/iu],
  ['week', /\bweek(?:ly)?\b/iu],
  ['month', /\bmonth(?:ly)?\b/iu],
  ['year', /\b(?:annual(?:ly)?|year(?:ly)?)\b/iu],
];

/**
 * For how long the pay between two pieces of a line is: `/hr` or `per annum` close behind it, or else a word such as
 * “day rate” close in front.
 */
export function readPeriod(start: string, end: string): PayPeriod | undefined {
  const [nearEnd = ''] = /^[^\d,;|]{0,30}/u.exec(end) ?? [];
  const [nearStart = ''] = /[^\d,;|]{0,30}$/u.exec(start) ?? [];
  return periodIn(behind, nearEnd) ?? periodIn(inFront, nearStart);
}

/** The first that is written: “an hour, paid monthly” is an hour’s. */
function periodIn(patterns: readonly (readonly [PayPeriod, RegExp])[], words: string): PayPeriod | undefined {
  const found = patterns.flatMap(([period, pattern]) => {
    const index = words.search(patternFor(pattern, words));
    return index < 0 ? [] : [{ period, index }];
  });
  return found.sort((one, other) => one.index - other.index)[0]?.period;
}
