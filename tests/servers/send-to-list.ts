import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Run, TestWorkspace } from '../journeys/workspace.ts';
import type { MailServer } from './mail-server.ts';

/** What a run of `penny send` said: its exit code and its document. */
export interface SendRun extends Run {
  readonly result: unknown;
}

/** Sends issue 1 to these addresses, as a list that lies in the workspace. */
export async function sendToList(
  workspace: TestWorkspace,
  addresses: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<SendRun> {
  writeFileSync(join(workspace.folder, 'list.csv'), ['email', ...addresses, ''].join('\n'));
  const run = await workspace.penny('send 1 --to list.csv --yes --json', environment);
  return { ...run, result: run.output === '' ? undefined : JSON.parse(run.output) };
}

/** Expects that everybody has one message, and that the server has none left. */
export async function expectOneEach(server: MailServer, addresses: readonly string[]): Promise<void> {
  await server.deliversAll();
  const counts = addresses.map((address) => [address, server.messagesOf(address).length]);
  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
}

/** A thousand people, each at an address of their own. */
export const thousand: readonly string[] = Array.from(
  { length: 1000 },
  (_, index) => `reader-${index + 1}@example.com`,
);

/** The environment in which mx.penny.example is this machine, and whose root certificate is trusted if one is named. */
export function toMailHost(url: string, root?: string): Record<string, string> {
  return {
    SMTP_URL: url,
    NODE_OPTIONS: `--import=${resolve('tests/servers/loopback-names.ts')}`,
    ...(root === undefined ? {} : { NODE_EXTRA_CA_CERTS: root }),
  };
}

/** What `penny send --json` says when the server lets nobody in: nothing has begun. */
export const refusedByServer = {
  refused: true,
  recipients: 3,
  preflight: expect.arrayContaining([expect.objectContaining({ name: 'server', state: 'error' })]),
};
