import { slugOfFile } from '../../issue/complete-issue.ts';
import type { WrittenIssue } from '../../issue/issue.ts';

/** The last part of the address of an issue's page. */
export function slugOf({ file, frontMatter }: WrittenIssue): string {
  return frontMatter.fields.slug ?? slugOfFile(file);
}
