import type { ParsedIssue } from './parse-issue.ts';

/** What stands for an issue that is no file, or may not be read: it hides none of the others. */
export function describeUnreadable(file: string): ParsedIssue {
  return {
    file,
    source: '',
    findings: [
      {
        file,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        severity: 'error',
        rule: 'file/unreadable',
        message: 'this cannot be read as a file',
        hint: 'see that it is a file, not a folder or a link, and that you may read it',
      },
    ],
  };
}
