import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createWorkspace } from '../journeys/workspace.ts';
import { deliveryKey, type Moment, startCountingSink } from './counting-sink.ts';
import { runSender } from './run-sender.ts';

interface Aftermath {
  /** Messages that were complete at the sink when the sender was dead. */
  readonly arrivedBefore: number;
  readonly code: number | null;
  readonly accepted: number;
  readonly unknown: number;
  /** How often each of the twelve came, when everything was over. */
  readonly copies: readonly number[];
  /** How often those came that are called unknown. */
  readonly copiesOfUnknown: readonly number[];
}

/** Kills a sender of twelve messages the first time that the sink is at this moment, and runs it again. */
async function killAtFirst(moment: Moment): Promise<Aftermath> {
  const workspace = createWorkspace();
  onTestFinished(() => workspace[Symbol.dispose]());
  await using sink = await startCountingSink();
  const send = ['send', '1', '--to', 'subscribers.csv', '--yes', '--json', '--connections', '1'];
  const sender = { words: [resolve('src/cli/main.ts'), ...send], folder: workspace.folder, sink };
  const killed = await runSender(sender, { kind: 'at', moment, count: 1 });
  expect(killed).toEqual({ kind: 'killed', openConnections: 1 });
  const arrivedBefore = sink.received.size;

  const resumed = await runSender(sender);
  if (resumed.kind === 'killed') throw new Error('nobody was to kill it');
  const { accepted, unknown } = JSON.parse(resumed.output);
  const status = await workspace.penny('status 1 --recipients --json');
  const recipients: { address: string; state: string; messageId: string }[] = JSON.parse(status.output)
    .mailings[0].recipients;
  const copiesOf = ({ messageId, address }: (typeof recipients)[number]): number =>
    sink.received.get(deliveryKey(messageId, address)) ?? 0;
  return {
    arrivedBefore,
    code: resumed.code,
    accepted,
    unknown,
    copies: recipients.map(copiesOf),
    copiesOfUnknown: recipients.filter(({ state }) => state === 'unknown').map(copiesOf),
  };
}

const onceEach = Array.from({ length: 12 }, () => 1);

it.each([
  ['scoreboard 2: killed before the server has heard of a recipient', 'mail'],
  ['scoreboard 3: killed between DATA and the end of the message', 'data'],
] as const)('%s, starts over with everybody', async (_, moment) => {
  expect(await killAtFirst(moment)).toEqual({
    arrivedBefore: 0,
    code: 0,
    accepted: 12,
    unknown: 0,
    copies: onceEach,
    copiesOfUnknown: [],
  });
});

it('scoreboard 4: killed between the end of a message and its answer, calls that one unknown and mails it to nobody again', async () => {
  expect(await killAtFirst('dot')).toEqual({
    arrivedBefore: 1,
    code: 4,
    accepted: 11,
    unknown: 1,
    copies: onceEach,
    copiesOfUnknown: [1],
  });
});

it('scoreboard 5: killed right after an answer, mails nobody again, whether it had read the answer or not', async () => {
  const { accepted, unknown, copies, code } = await killAtFirst('answered');
  expect(copies).toEqual(onceEach);
  expect([accepted, unknown, code]).toEqual(unknown === 0 ? [12, 0, 0] : [11, 1, 4]);
});
