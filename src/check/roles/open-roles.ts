import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';
import { quote } from '../reading/quote.ts';

export type WrittenRole = Extract<WrittenBlock, { kind: 'openRole' }>;

export function rolesOf(issue: WrittenIssue): readonly WrittenRole[] {
  return issue.blocks.filter((block) => block.kind === 'openRole');
}

/** The roles that an issue presents as open. One whose status cannot be read is left to the finding about that. */
export function openRolesOf(issue: WrittenIssue): readonly WrittenRole[] {
  return rolesOf(issue).filter(({ fields, places }) => fields.status === 'open' || !places.has('status'));
}

/** What a message calls the role. */
export function nameOfRole({ fields }: WrittenRole): string {
  return fields.title === undefined ? 'this role' : quote(fields.title);
}
