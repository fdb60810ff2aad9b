import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';
import { addCrowd, leaveAll } from './crowd.ts';
import { startServing } from './serving.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

const people = 3_000;
const leavers = 2_000;
/** Milliseconds from the moment in which a message was past recall to the one in which the sink has it. */
const inFlight = 2_000;

it('scoreboard 81: honours 2,000 who leave during a mailing, each within a message, and shows nobody a busy database', {
  timeout: 180_000,
}, async () => {
  using workspace = createWorkspace();
  const database = join(workspace.folder, '.penny/penny.db');
  const crowd = addCrowd(database, people);
  const leftAt = new Map<string, number>();
  const tooLate: string[] = [];
  const running = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      const { to = '' } = sink.messages[count - 1] ?? {};
      if (Date.now() - (leftAt.get(to) ?? Number.POSITIVE_INFINITY) > inFlight) tooLate.push(to);
      if (count === 50) running.resolve();
    },
  });
  const environment = { SMTP_URL: sink.url };
  await using serving = await startServing(workspace, environment);
  const sending = workspace.start('send 1 --yes --json --rate 250/s', environment);
  const sent = Promise.all([text(sending.stdout), text(sending.stderr), once(sending, 'close')]);
  await running.promise;

  const statuses = new Map<number, number>();
  await leaveAll(serving.url, crowd.slice(people - leavers), {
    connections: 20,
    onAnswer: ({ member, status }) => {
      leftAt.set(member.address, Date.now());
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    },
  });
  expect([...statuses]).toEqual([[200, leavers]]);
  const [output, error] = await sent;
  const { state, accepted, skipped, audience } = JSON.parse(output);
  expect({ state, audience, sum: accepted + skipped }, error).toEqual({
    state: 'finished',
    audience: people,
    sum: people,
  });
  // Nearly all of them were still to be mailed when they left.
  expect(skipped).toBeGreaterThan(leavers / 2);
  expect(tooLate).toEqual([]);
  expect(sink.messages).toHaveLength(accepted);
  expect(`${error}${serving.log()}`).not.toMatch(/busy|locked|bug in penny/i);

  using open = openDatabase(database);
  const gone = [...createAudienceStore(open).list({ status: 'unsubscribed' })];
  expect(gone.map(({ address }) => address).sort()).toEqual([...leftAt.keys()].sort());
});
