import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createRounds } from '../../../src/cli/checking/watch-check.ts';
import { createWorkspace } from '../../journeys/workspace.ts';

it('never checks twice at a time, and once more however many files were saved meanwhile', async () => {
  const gates = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  let started = 0;
  const rounds = createRounds(() => gates[started++]?.promise ?? Promise.reject(new Error('one too many')));
  rounds.again();
  await Promise.resolve();
  for (let saves = 0; saves < 5; saves += 1) rounds.again();
  expect(started).toBe(1);
  gates[0]?.resolve();
  await expect.poll(() => started).toBe(2);
  gates[1]?.resolve();
  await rounds.ended();
  expect(started).toBe(2);
});

it('checks again when a file is saved, one document a line, also while the settings are broken', async () => {
  using workspace = createWorkspace();
  const child = workspace.start('check --watch --json');
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? '');
  child.stderr.resume();

  expect(await next()).toMatchObject({ summary: { errors: 0 } });
  writeFileSync(join(workspace.folder, 'issues/002-b.md'), 'no front matter');
  expect(await next()).toMatchObject({ summary: { errors: 1 } });
  writeFileSync(join(workspace.folder, 'newsletter.yaml'), 'name: 1\n');
  expect(await next()).toMatchObject({ error: { message: expect.stringContaining('newsletter.yaml') } });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
}, 30_000);

it('writes into no file that somebody is about to save', async () => {
  using workspace = createWorkspace();
  expect(await workspace.penny('check --watch --fix')).toMatchObject({
    code: 2,
    error: expect.stringContaining('leave one of them out'),
  });
});
