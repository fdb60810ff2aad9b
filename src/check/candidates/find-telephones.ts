import type { WrittenIssue } from '../../issue/issue.ts';
import type { LineMatch } from '../search/find-in-lines.ts';
import { LatePattern } from '../search/pattern.ts';
import type { WrittenCandidate } from './active-candidates.ts';
import { findInWholeCandidate } from './find-in-candidate.ts';

/** Spelt out, since properties of characters are slow to compile. */
const dash = '‐-―−-';
const sign = `[ .·•/${dash}]`;
const gap = `${sign}{1,3}`;
/** Digits run on in an address too, where they are the number of a page. */
const notInAddress = '(?<![/=#_&])';

const labels = [
  'cell(?:phone|ular)?|mob(?:ile?|il)?|m[óo]vil|handy|natel|portable|tel|telephone|telefon|tel[eé]fono?|t[ée]l[ée]phone|fon',
  'phone|ph|call|ring|dial|text|txt|sms|fax|whats ?app|wa|signal|viber|telegram|imessage|wechat',
].join('|');
const behindLabel = String.raw`(?<=(?:(?<![\p{L}\p{N}])(?:(?:${labels})(?: (?:me|them|her|him|us|is|no|nr|num|number|on|at|under)){0,2}|[cmpth](?=[:])|${'[☎📞📱✆]\\ufe0f?'})[.:= ${dash}]{0,3}))`;

const year = String.raw`(?:19|20)\d\d(?!\d)`;
const notDates = String.raw`(?!${year}(?: ?[/→${dash}] ?\d{2,4}(?!\d)|$|[ ,;)])|\d{1,2}[./${dash}](?:\d{1,2}[./${dash}])?${year}(?! \d)|\d\d[./]\d\d ${year}|24/7)`;
const counted = `(?! ?(?:[$€£%]|(?:[a-z]+ )?(?:calls|clients|customers|downloads|installs|leads|messages|people|seats|sessions|subscribers|users|visits)))`;
/** Things right behind a number without a word in front: `415 555 0100 units` is a figure. */
const units =
  '(?! (?:customers|devices|downloads|installs|items|orders|parts|records|requests|rows|seats|sessions|shares|subscribers|tokens|units|users|visits)(?![a-z]))';

/** How people write numbers of telephones without a word in front of them. */
const shapes = [
  // International, in E.164 or as it is dialled.
  String.raw`\+\d[\d ()./·•${dash}]{6,20}\d`,
  String.raw`00[1-9]\d?(?:[ ()./${dash}]{0,3}\d){7,13}`,
  // North American.
  String.raw`(?:1[ .${dash}]{1,3})?(?:\d{3}[ .${dash}]|\(\d{3}\)[ .${dash}]{0,3})\d{3}[ .${dash}]\d{4}`,
  String.raw`[2-9]\d\d${gap}[2-9]\d\d${gap}\d{4}|[2-9]\d\d[ .${dash}][2-9]\d{6}`,
  String.raw`${notInAddress}1?[2-9]\d\d[2-9]\d{6}`,
  // Wherever national numbers begin with 0: nine digits or more.
  String.raw`(?=\(?(?:[ ()./·•${dash}]{0,3}\d){9})(?:\(0[1-9]\d{0,4}\)${sign}{0,3}|0[1-9]\d{0,4}${gap})\d{2,8}(?:${gap}\d{2,4}){0,4}`,
  String.raw`${notInAddress}0[1-9]\d{7,10}`,
  // Spain, Norway, Italy; Poland, Turkey and Russia; India; Brazil; China.
  String.raw`[6-9]\d\d(?: \d\d){3}|[49]\d\d \d\d \d{3}|3[2-9]\d[ ./${dash}]\d{7}`,
  String.raw`(?:[78][ ${dash}])?(?:[2-9]\d\d|\([2-9]\d\d\))[ ${dash}]\d{3}[ ${dash}]\d\d[ ${dash}]\d\d`,
  String.raw`[6-9]\d{4} (?!\d\d000)\d{5}|${notInAddress}[6-9](?!\d{5}0{4})\d{9}`,
  String.raw`(?:\([1-9]\d\) ?(?!${year})9?\d{4}[ ${dash}]?|[1-9]\d 9\d{4}[ ${dash}])\d{4}`,
  String.raw`1[3-9]\d[ ${dash}]\d{4}[ ${dash}]\d{4}|${notInAddress}1[3-9]\d{9}`,
  // Digit by digit.
  String.raw`\d(?:[ .${dash}]\d){8,14}`,
];

/** Behind a word such as “cell”, any seven to fifteen digits are a number. The rest is looked for at digits alone. */
const telephone = new LatePattern(
  String.raw`(?=[+(\d])${notDates}(?:${behindLabel}\+?\(?\d(?:[ ()./·•${dash}]{0,3}\d){6,14}(?![ .${dash}]?\d)${counted}` +
    String.raw`|(?<![\p{L}\p{N}$€£+-])(?<!\p{N}[.,])(?:${shapes.join('|')})${units})(?![\p{L}\p{N}%])`,
  'giu',
);

/** A part of whatever is found above: most candidates have nothing like it, and need no pattern that long. */
const anySevenDigits = /\d(?:[^\d\n]{0,20}\d){6}/g;

/** Every number of a telephone in what is published of a candidate. */
export function findTelephones(issue: WrittenIssue, candidate: WrittenCandidate): readonly LineMatch[] {
  if (findInWholeCandidate(issue, candidate, anySevenDigits).length === 0) return [];
  return findInWholeCandidate(issue, candidate, telephone).filter(({ text }) => isTelephone(text));
}

/** E.164 has up to fifteen digits. `+10 000 000 users` is a figure. */
function isTelephone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 7 && digits <= 15 && !/[ .]000$/.test(text);
}
