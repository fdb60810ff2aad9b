import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import { findPayInText } from './pay-in-text.ts';
import { type Pay, readPay } from './read-pay.ts';

/** What a role pays, wherever it says so. */
export interface StatedPay {
  /** As the author wrote it; absent where the field has its parts one by one. */
  readonly text?: string;
  readonly place: Place;
  readonly pay: Pay;
}

/** The pay of the field, or else the sums of the text: that counts where the field says nothing. */
export function findStatedPay(issue: WrittenIssue, role: WrittenRole): readonly StatedPay[] {
  if (!role.places.has('pay')) return findPayInText(issue, role);
  const { pay: written } = role.fields;
  if (written === undefined) return [];
  const place = placeOfField(role, 'pay');
  if (typeof written !== 'string') return [{ place, pay: written }];
  const pay = readPay(written);
  return pay === undefined ? [] : [{ text: written, place, pay }];
}
