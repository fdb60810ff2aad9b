import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findInReadableText } from '../reading/find-in-readable-text.ts';
import { onlyBlocks } from '../reading/only-blocks.ts';
import type { WrittenRole } from '../roles/open-roles.ts';

/** Pay that the text of a role names. */
export interface PayInText {
  readonly text: string;
  readonly place: Place;
  /** Open-ended pay has one end only, such as “200k+” or “up to $200k”. */
  readonly kind: 'range' | 'openEnded' | 'single';
}

const sum = String.raw`(?:(?:[A-Z]{1,2})?[$€£]|(?:USD|EUR|GBP|CAD|AUD|CHF)\s?)?\d[\d.,]{0,9}(?<=\d)\s?[kK]?`;

const sums = new RegExp(
  String.raw`(?:\b(?:up to|from|starting at|over|at least) )?(?<![\p{L}\p{N}.,$€£+-])${sum}(?:\s?(?:[-–—]|\bto\b)\s?${sum})?(?:\s?(?:€|£|EUR|CHF))?(?![\p{L}\p{N}%])(?:\+| and up\b)?`,
  'giu',
);

const before =
  /(?:salary|salaries|pays?|base|ote|compensation|comp|wages?|rate|package|earn|gehalt|salario|salaire)(?: (?:range|is|of|band))?[\s:,=(~*_–—-]{0,8}$/iu;

/** A base of customers is no pay. */
const otherBase =
  /(?:customer|client|user|revenue|arr|install(?:ed)?|knowledge|fan) base[\s:,=(~*_–—-]{0,8}$/iu;

const after =
  /^[*_)]{0,3}\s?(?:(?:usd|eur|gbp|cad|aud|chf|us)\s)?(?:(?:base|ote|salary|comp|compensation|pay|total comp|gross|gehalt|salario|salaire|brutto|bruto|brut)(?![\p{L}\p{N}])(?! (?:of|in) (?:customers|arr|revenue))|(?:per|a|an) (?:year|annum|month|week|day|hour)\b|\/\s?(?:year|yr|y|month|mo|week|day|hour|hr|h)\b|p\.?a\b|annually|yearly)/iu;

/** Sales and money raised are counted by the year too. */
const notPay =
  /\b(?:quota|arr|mrr|acv|deals?|revenue|funding|raised|budget|pipeline|turnover|umsatz|sold|closed|customers|clients|users)\b/iu;

/** The pay in the text of a role, where the words around a sum say that it is pay. */
export function findPayInText(issue: WrittenIssue, role: WrittenRole): readonly PayInText[] {
  const lines = issue.source.split('\n');
  const matches = findInReadableText(onlyBlocks(issue, [role]), sums);
  return matches.flatMap(({ text, place, field }) => {
    if (field !== undefined) return [];
    const line = lines[place.line - 1] ?? '';
    const start = line.slice(Math.max(0, place.column - 61), place.column - 1);
    if (!isMoney(text) && !isBareSum(text, start)) return [];
    const end = line.slice(place.endColumn - 1, place.endColumn + 59);
    if (!isAboutPay(start, end)) return [];
    return [{ text, place, kind: kindOf(text) }];
  });
}

/** Whether pay, such as that of a field, names only one end: “200k+”, “up to 200k”, “from 200k”. */
export function isOpenEnded(pay: string): boolean {
  const plain = pay.trim();
  if (/\d\s?k?\s?(?:\+(?![\p{L}\d])|,? and up\b)/iu.test(plain) && !plusSomething.test(plain)) return true;
  const sumsInIt = plain.match(/\d[\d.,]*/g) ?? [];
  return (
    sumsInIt.length === 1 && /^(?:up to|from|starting (?:at|from)|at least|over|more than)\b/i.test(plain)
  );
}

/** Whether the line in a `pay` field names nothing: “competitive”, “doe”. */
export function isVague(pay: string): boolean {
  return (
    !/\d/.test(pay) && /(?<!\p{L})(?:competitive|doe|d\.o\.e|negotiable|on experience)(?!\p{L})/iu.test(pay)
  );
}

const extras =
  '(?:an? )?(?:bonus|equity|commissions?|benefits|stock|options|shares|rsus?|super|variable|profit|tips|perks|car)\\b';

/** “200k + equity” is no open end; “200k+ ote” is one. */
const plusSomething = new RegExp(`\\+\\s?${extras}|\\s\\+\\s?ote\\b`, 'i');
const onlyExtras = new RegExp(`^[*_]{0,3}\\s*(?:$|(?:[+&]|plus|and)\\s?${extras})`, 'i');

/** A number of five or more digits is a sum behind a word such as “salary”. */
function isBareSum(text: string, start: string): boolean {
  return /\d{5}|\d{2}[.,]\d{3}(?!\d)/.test(text) && before.test(start) && !otherBase.test(start);
}

/** A bare number elsewhere is a sum only with a sign, or in thousands. */
function isMoney(text: string): boolean {
  return /\d/.test(text) && (/[$€£]|USD|EUR|GBP|CAD|AUD|CHF/i.test(text) || /\d\s?k(?![\p{L}])/iu.test(text));
}

function isAboutPay(start: string, end: string): boolean {
  const [nearStart = ''] = /[^,;]*$/.exec(start) ?? [];
  const [nearEnd = ''] = /^[^,;]*/.exec(end) ?? [];
  if (notPay.test(nearStart) || notPay.test(nearEnd)) return false;
  return (before.test(start) && !otherBase.test(start)) || after.test(end) || isAlone(start, end);
}

/** A list item that is nothing but a sum, and what comes on top of it. */
function isAlone(start: string, end: string): boolean {
  return /^\s*[-*+]\s+[*_]{0,3}$/.test(start) && onlyExtras.test(end);
}

function kindOf(text: string): PayInText['kind'] {
  if (isOpenEnded(text)) return 'openEnded';
  return (text.match(/\d[\d.,]*/g) ?? []).length > 1 ? 'range' : 'single';
}
