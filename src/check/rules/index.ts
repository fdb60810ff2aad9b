import type { Rule } from '../rule.ts';
import { imageAltMissing } from './image-alt-missing.ts';
import { issueEmptyBlock } from './issue-empty-block.ts';
import { issueNumberDuplicate } from './issue-number-duplicate.ts';
import { issueSlugDuplicate } from './issue-slug-duplicate.ts';
import { linkPlaceholder } from './link-placeholder.ts';
import { linkUnsafe } from './link-unsafe.ts';
import { mailPreheaderLong } from './mail-preheader-long.ts';
import { mailSubjectLong } from './mail-subject-long.ts';
import { roleApplyMissing } from './role-apply-missing.ts';
import { roleClosedBeforeIssue } from './role-closed-before-issue.ts';
import { roleClosedElsewhere } from './role-closed-elsewhere.ts';
import { textEncoding } from './text-encoding.ts';
import { textRawHtml } from './text-raw-html.ts';
import { textTodo } from './text-todo.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  issueNumberDuplicate,
  issueSlugDuplicate,
  issueEmptyBlock,
  mailSubjectLong,
  mailPreheaderLong,
  roleApplyMissing,
  roleClosedBeforeIssue,
  roleClosedElsewhere,
  linkPlaceholder,
  linkUnsafe,
  imageAltMissing,
  textEncoding,
  textRawHtml,
  textTodo,
];
