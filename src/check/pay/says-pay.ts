import type { WrittenIssue } from '../../issue/issue.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import { findPayInText } from './pay-in-text.ts';
import { readPay } from './read-pay.ts';

/** Words that stand where pay should, and say none. */
const evasions =
  /(?<!\p{L})(?:competitive|doe|d\.o\.e|negotiable|(?:up)?on (?:your )?(?:experience|level|seniority|skills|profile)|(?:up)?on (?:request|application|enquiry|inquiry)|tb[acd]|to be (?:agreed|announced|confirmed|determined|discussed)|attractive|generous|market[- ](?:rate|pay|salary|competitive)|(?:above|at) market|ask (?:me|us)|let[’']s (?:talk|chat)|open to discussion|undisclosed|confidential|auf anfrage|nach (?:vereinbarung|absprache)|verhandelbar|vb|marktüblich|(?:à|a) (?:négocier|convenir)|selon (?:profil|expérience)|negociable|marktconform|in overleg)(?!\p{L})/iu;

/** Whether the line in a `pay` field names no sum, only words for it: “competitive”, “on request”, “doe”. */
export function isVague(pay: string): boolean {
  return evasions.test(pay) && readPay(pay) === undefined;
}

/** Whether a role says what it pays. Pay with one end only counts: pay/open-ended speaks of the other end. */
export function saysPay(issue: WrittenIssue, role: WrittenRole): boolean {
  const { pay } = role.fields;
  if (role.places.has('pay')) return typeof pay !== 'string' || !isVague(pay);
  return findPayInText(issue, role).length > 0;
}
