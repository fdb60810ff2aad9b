import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCountingSink } from '../chaos/counting-sink.ts';
import { createWorkspace } from './workspace.ts';

it('scoreboard 62: a server that refuses a recipient and asks for the message all the same gets none, and the next in order', async () => {
  using workspace = createWorkspace();
  await using sink = await startCountingSink({
    rcpt: (address) => (address.startsWith('gone') ? '550 5.1.1 no such user' : '250 2.1.5 ok'),
    takesAnything: true,
  });
  const addresses = ['ann@example.com', 'gone@example.com', 'bob@example.com'];
  writeFileSync(join(workspace.folder, 'list.csv'), ['email', ...addresses, ''].join('\n'));
  const send = 'send 1 --to list.csv --yes --json --connections 1';
  const run = await workspace.penny(send, { SMTP_URL: sink.url });
  expect(run.code).toBe(1);
  expect(JSON.parse(run.output)).toMatchObject({ state: 'finished', accepted: 2, failed: 1, unknown: 0 });
  expect([...sink.received.keys()].map((key) => key.split(' ')[1])).toEqual([
    'ann@example.com',
    'bob@example.com',
  ]);
});
