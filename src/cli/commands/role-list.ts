import { safe } from '../../terminal/safe-text.ts';
import { formatTable } from '../../terminal/table.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readIssues } from '../read-issues.ts';
import { listRoles } from '../roles.ts';
import { today } from '../today.ts';

/** `penny role list`: every role across the issues, as the newest of them says. */
export const roleList: Command<object> = async (context) => {
  const roles = listRoles(readIssues(openWorkspace(context)), today());
  const documents = roles.map(({ id, title, status, issues, closes = null }) => ({
    id,
    title,
    status,
    issues,
    closes,
  }));
  const rows = roles.map(({ id, title, status, issues, closes = '' }) => [
    safe(id),
    safe(title),
    status,
    issues.join(', '),
    closes,
  ]);
  return {
    exitCode: 0,
    json: { roles: documents, count: roles.length },
    text:
      roles.length === 0
        ? 'there is no role yet'
        : formatTable([['id', 'title', 'status', 'issues', 'closes'], ...rows]),
  };
};
