import type { WrittenIssue } from '../../issue/issue.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import { findPayDuties } from './pay-duties.ts';
import type { PayJurisdiction } from './pay-jurisdictions.ts';

/** The laws at the location of a role that take no pay with one end only, such as “200k+”. */
export function findOpenEndedLaws(issue: WrittenIssue, role: WrittenRole): readonly PayJurisdiction[] {
  const duties = findPayDuties(issue, role);
  if (duties === undefined || duties.isRemote) return [];
  return duties.laws.filter((law) => law.closedRange === true);
}
