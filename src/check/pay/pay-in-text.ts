import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { isOpenEnded, isRange, type Pay, payPattern, readPayBetween, saysMoney } from './read-pay.ts';

/** Pay that the text of a role names. */
export interface PayInText {
  readonly text: string;
  readonly place: Place;
  readonly pay: Pay;
  /** Open-ended pay has one end only, such as “200k+” or “up to $200k”. */
  readonly kind: 'range' | 'openEnded' | 'single';
}

/** The text of a line on both sides of a sum. */
interface Around {
  readonly start: string;
  readonly end: string;
}

const before =
  /(?<!\p{L})(?:salary|salaries|pay(?:s|ing)?|base|ote|on[- ]target earnings|compensation|comp|tc|wages?|rate|package|remuneration|earn|gehalt|salario|salaire)(?: (?:range|band|is|of|between|circa|around|about|c|ca|approx)\.?)*[\s:,=(~*_–—-]{0,8}$/iu;

/** A base of customers is no pay. */
const otherBase =
  /(?:customer|client|user|revenue|arr|install(?:ed)?|knowledge|fan) base[\s:,=(~*_–—-]{0,8}$/iu;

const after =
  /^[*_)]{0,3}\s?(?:(?:base|ote|salary|comp|compensation|pay|total comp|tc|package|gross|gehalt|salario|salaire|brutto|bruto|brut)(?![\p{L}\p{N}])(?! (?:of|in) (?:customers|arr|revenue))|(?:per|a|an|pro|par) (?:year|annum|month|week|day|hour|jahr|monat|stunde|an|mois)\b|\/\s?(?:year|yr|y|month|mo|week|day|hour|hr|h)\b|p\.?a\b|annually|yearly)/iu;

/** Sales and money raised are counted by the year too. */
const notPay =
  /\b(?:quota|arr|mrr|acv|deals?|revenue|funding|raised|budget|pipeline|turnover|umsatz|sold|closed|customers|clients|users)\b/iu;

/** Words that can only speak of pay, whatever else stands there: “$150k base, on a $1m quota”. */
const surelyBefore = /(?<!\p{L})(?:salary|ote|comp|compensation|tc|gehalt)[\s:=(~*_–—-]{0,8}$/iu;
const surelyAfter = /^[*_)]{0,3}\s?(?:base(?: salary)?|ote|salary|gehalt)\b(?! (?:of|in|fee|price)\b)/iu;

const extras =
  '(?:an? )?(?:bonus|equity|commissions?|benefits|stock|options|shares|rsus?|super|variable|profit|tips|perks|car|ote)\\b';
const onlyExtras = new RegExp(
  `^[*_]{0,3}\\s*(?:$|(?:[+&]|plus|and|,)\\s?${extras}|\\(?(?:doe|depending on)\\b)`,
  'i',
);

/** The pay in the text of a role, where the words around a sum say that it is pay. */
export function findPayInText(issue: WrittenIssue, role: WrittenRole): readonly PayInText[] {
  const pay = known.get(role) ?? readPayInText(issue, role);
  known.set(role, pay);
  return pay;
}

/** Every rule about pay asks for it, and nobody changes a role. */
const known = new WeakMap<WrittenRole, readonly PayInText[]>();

function readPayInText(issue: WrittenIssue, role: WrittenRole): readonly PayInText[] {
  const lines = issue.source.split('\n');
  const matches = findInReadableText(onlyBlocks(issue, [role]), payPattern);
  return matches.flatMap(({ text, place, field }) => {
    if (field !== undefined) return [];
    const line = lines[place.line - 1] ?? '';
    const start = line.slice(Math.max(0, place.column - 61), place.column - 1);
    const end = line.slice(place.endColumn - 1, place.endColumn + 59);
    const pay = readPayBetween({ start, text, end });
    if (pay === undefined || !isSaidAsPay(pay, text, { start, end })) return [];
    return [{ text, place, pay, kind: kindOf(pay) }];
  });
}

function isSaidAsPay(pay: Pay, text: string, around: Around): boolean {
  // Alone on its line, a million is more often raised than paid.
  const isInMillions = /\dm(?!\p{L})/iu.test(text);
  const isAlone = (): boolean => !isInMillions && standsAlone(around, kindOf(pay));
  // A bare “20k a day” may count what was counted in front of the comma: “500k users, 20k a day”.
  if (pay.per !== undefined && /^[\d\s.,k–—-]+$/iu.test(text) && notPay.test(around.start)) return false;
  if (saysMoney(text) || isInMillions) return isAlone() || isAboutPay(around);
  // A bare number is a sum of five digits behind a word such as “salary”, or what an hour is paid.
  const isLarge = /\d{5}|\d{2}[.,]\d{3}(?!\d)/.test(text);
  const isOfAnHour = pay.per === 'hour' && /^\s?(?:\/|an? |per )\s?h/i.test(around.end);
  if (isLarge && isBehindPay(around)) return !countsSales(around);
  return isOfAnHour && (isAlone() || isBehindPay(around));
}

function isAboutPay(around: Around): boolean {
  const { start, end } = around;
  if (surelyAfter.test(end) || (surelyBefore.test(start) && !otherBase.test(start))) return true;
  return !countsSales(around) && (isBehindPay(around) || after.test(end));
}

/** Whether the words up to the next comma speak of sales or of money raised. */
function countsSales({ start, end }: Around): boolean {
  const [nearStart = ''] = /[^,;|]*$/.exec(start) ?? [];
  const [nearEnd = ''] = /^[^,;|]*/.exec(end) ?? [];
  return notPay.test(nearStart) || notPay.test(nearEnd);
}

function isBehindPay({ start }: Around): boolean {
  return before.test(start) && !otherBase.test(start);
}

/** A list item that is nothing but a sum and what comes on top of it, or a range between two commas. */
function standsAlone({ start, end }: Around, kind: PayInText['kind']): boolean {
  const words = end.replace(after, '');
  if (/^\s*[-*+]\s+[*_]{0,3}$/.test(start) && onlyExtras.test(words)) return true;
  if (kind !== 'range' || notPay.test(start) || !/(?:^|[-*+,;|·•(–—]\s+|[|(])[*_]{0,3}$/.test(start))
    return false;
  return onlyExtras.test(words) || /^[*_]{0,3}\s*[,;|·•)]/.test(words);
}

function kindOf(pay: Pay): PayInText['kind'] {
  if (isOpenEnded(pay)) return 'openEnded';
  return isRange(pay) ? 'range' : 'single';
}
