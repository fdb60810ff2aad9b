import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startCountingSink } from '../chaos/counting-sink.ts';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

/** What the server says to whom: the part before the @ tells. */
const refusals: Readonly<Record<string, string>> = {
  gone: '550 5.1.1 no such user here',
  greylisted: '450 4.2.0 come back later',
  blocked: '550 5.7.1 blocked by our reputation list',
};

const addresses = ['fine', 'lost', ...Object.keys(refusals)].map((name) => `${name}@example.com`);

async function sendToAll(workspace: TestWorkspace): Promise<{ code: number | null; result: Counts }> {
  writeFileSync(join(workspace.folder, 'list.csv'), ['email', ...addresses, ''].join('\n'));
  await using sink = await startCountingSink({
    rcpt: (address) => refusals[address.split('@')[0] ?? ''] ?? '250 2.1.5 ok',
    dot: (address) => (address.startsWith('lost') ? 'hang up' : '250 2.0.0 taken'),
  });
  const send = 'send 1 --to list.csv --yes --json --connections 1 --wait 1s';
  const { code, output } = await workspace.penny(send, { SMTP_URL: sink.url });
  return { code, result: JSON.parse(output) };
}

interface Counts {
  readonly state: string;
  readonly audience: number;
  readonly [count: string]: string | number;
}

it('scoreboard 23: is not called finished while somebody is left, and its counts add up', async () => {
  using workspace = createWorkspace();
  const { code, result } = await sendToAll(workspace);
  expect(code).toBe(4);
  expect(result).toMatchObject({
    state: 'waiting',
    accepted: 1,
    deferred: 1,
    failed: 1,
    held: 1,
    unknown: 1,
    skipped: 0,
  });
  const counts = ['accepted', 'deferred', 'failed', 'held', 'unknown', 'skipped'];
  expect(counts.reduce((sum, name) => sum + Number(result[name]), 0)).toBe(result.audience);
});

it('scoreboard 24: status names everybody whom no server accepted, with the reason', async () => {
  using workspace = createWorkspace();
  await sendToAll(workspace);
  const { output } = await workspace.penny('status 1 --recipients --json');
  const recipients: { address: string; state: string; text?: string }[] =
    JSON.parse(output).mailings[0].recipients;
  const told = Object.fromEntries(recipients.map(({ address, state, text }) => [address, { state, text }]));
  expect(told).toMatchObject({
    'fine@example.com': { state: 'accepted' },
    'gone@example.com': { state: 'failed', text: expect.stringContaining('no such user here') },
    'greylisted@example.com': { state: 'deferred', text: expect.stringContaining('come back later') },
    'blocked@example.com': { state: 'held', text: expect.stringContaining('blocked by our reputation list') },
    'lost@example.com': { state: 'unknown', text: expect.stringMatching(/\S/) },
  });
  const listed = await workspace.penny('status 1 --recipients');
  for (const address of addresses) expect(listed.output).toContain(address);
});
