import type { WrittenIssue } from '../../issue/issue.ts';
import type { WrittenRole } from '../roles/open-roles.ts';
import { findPayDuties, type PayDuties } from './pay-duties.ts';

/** The laws for a role that take no pay with one end only, such as “200k+”: what is in force before what is proposed. */
export function findOpenEndedLaws(issue: WrittenIssue, role: WrittenRole): PayDuties | undefined {
  const duties = findPayDuties(issue, role);
  if (duties === undefined) return undefined;
  const inForce = duties.laws.filter(({ closedRange }) => closedRange === 'asked');
  const proposed = duties.laws.filter(({ closedRange }) => closedRange === 'proposed');
  const laws = inForce.length > 0 ? inForce : proposed;
  return laws.length === 0 ? undefined : { ...duties, laws };
}
