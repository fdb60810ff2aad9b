import { LatePattern } from '../search/pattern.ts';

const born = '(?:dob|d\\.o\\.b\\.|date of birth|birth ?(?:date|day)|born)(?::| is| in| on)?';
/** A year that is written in full is a date of its own. */
const shortYear = "['’]?(?:[4-9]|0)\\d";

/** Days and years of birth, and ages in jest, as people write them in English where they are in a hurry. */
export const birthWording = new LatePattern(
  `(?<![\\p{L}\\p{N}_-])(?:${[
    `${born} ?\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}`,
    `${born} (?:\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \\d{1,2}(?:st|nd|rd|th)?,?) ${shortYear}`,
    `(?<!(?:brand|business|company|firm|product|start-?up|team)(?: was)? )${born} ${shortYear}(?=\\s*(?:[,.;)]|$))`,
    '[1-9]\\d years? young',
  ].join('|')})(?![\\p{L}\\p{N}_/-])`,
  'giu',
);
