import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorkspace } from '../journeys/workspace.ts';
import type { MailServer } from './mail-server.ts';
import { sendToList } from './send-to-list.ts';

/** Lines that mail has lost or changed in the past: ends of messages, mbox separators, blanks at line ends, length. */
const essay = `
\`\`\`
.
..
.hidden
From the desk of nobody
blanks behind${'  '}
a tab behind\t
${'long '.repeat(1_000)}
\`\`\`
`;

/**
 * Writes the issue with those lines to the outbox, then sends it through the server.
 *
 * @returns the message as we made it, and as it lies in the mailbox, without the lines the server put above it. What
 * differs between two mailings, the Message-ID and what is made from it, and the date, is blanked in both.
 */
export async function carry(
  workspace: TestWorkspace,
  server: MailServer,
  address: string,
): Promise<{ readonly made: string; readonly arrived: string }> {
  const issue = globSync('issues/001-*.md', { cwd: workspace.folder })[0] ?? '';
  const path = join(workspace.folder, issue);
  writeFileSync(path, readFileSync(path, 'utf8') + essay);
  await sendToList(workspace, [address], {});
  const [file = ''] = globSync('outbox/**/*.eml', { cwd: workspace.folder });
  const made = readFileSync(join(workspace.folder, file), 'utf8').replaceAll('\r\n', '\n');
  await sendToList(workspace, [address], { SMTP_URL: server.url });
  await server.deliversAll();
  const [arrived = ''] = server.messagesOf(address);
  return { made: blank(made), arrived: blank(arrived.slice(arrived.indexOf('From: '))) };
}

function blank(message: string): string {
  const [, id = ''] = /^Message-ID: <([0-9a-f]+)@/m.exec(message) ?? [];
  return message.replaceAll(id, 'ID').replace(/^Date: .*$/m, 'Date: DATE');
}
