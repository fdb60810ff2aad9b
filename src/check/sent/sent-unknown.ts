import type { Finding } from '../../source/finding.ts';
import type { RuleDescription } from '../rule.ts';
import { toFinding } from '../to-finding.ts';

export const sentUnknown: RuleDescription = {
  name: 'issue/sent-unknown',
  severity: 'error',
  neverIgnored: true,
  what: 'The database cannot be read, so nobody can tell under which addresses issues were sent.',
  why: 'An issue whose page has moved would be published, and the links in the mails that people have would be dead.',
  fix: 'Do what the hint says about the database; everything else about the issues was checked.',
};

/** Why a database cannot be read, and what to do about it. */
export interface DatabaseTrouble {
  /** The database, relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly message: string;
  readonly hint: string;
}

/** Says that it could not be seen which issues were sent. */
export function reportUnreadable({ file, message, hint }: DatabaseTrouble): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return toFinding(sentUnknown, file, {
    place,
    message: `${message}, so nobody can tell which issues were sent`,
    hint,
  });
}
