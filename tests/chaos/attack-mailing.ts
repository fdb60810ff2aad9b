import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CountingSink } from './counting-sink.ts';
import { judgeMailing, type MailingJudgement } from './judge-mailing.ts';
import { drawKillPlan, type KillPlan } from './kill-plan.ts';
import { runSender, type SenderEnd } from './run-sender.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface AttackInput {
  /** The file of the command. */
  readonly penny: string;
  readonly recipients: number;
  readonly connections: number;
}

export interface AttackTools {
  readonly sink: CountingSink;
  readonly random: SeededRandom;
  readonly mostKills: number;
}

/** How one mailing came to its end. */
export interface AttackResult extends MailingJudgement {
  readonly kills: number;
}

/** Kills the sender of one mailing in a workspace of its own until it is through, or killed often enough, and judges. */
export async function attackMailing(
  { penny, recipients, connections }: AttackInput,
  { sink, random, mostKills }: AttackTools,
): Promise<AttackResult> {
  const addresses = Array.from({ length: recipients }, (_, index) => `reader-${index + 1}@example.com`);
  const folder = makeWorkspace(addresses);
  try {
    const send = ['send', '1', '--to', 'list.csv', '--yes', '--json', '--connections', String(connections)];
    const { kills, cutConnections, end } = await runToItsEnd(
      (plan) => runSender({ words: [penny, ...send], folder, sink }, plan),
      { random, mostKills, recipients },
    );
    const expected = end.code === 0 || end.code === 4;
    if (!expected)
      return {
        accepted: 0,
        unknown: 0,
        unknownArrived: 0,
        kills,
        faults: [`the sender ended with ${end.code}: ${end.error}${end.output}`],
      };
    const words = [penny, 'status', '1', '--recipients', '--json'];
    const status = await runSender({ words, folder, sink });
    const output = status.kind === 'ended' ? status.output : '';
    return { kills, ...judgeMailing({ addresses, status: output, received: sink.received, cutConnections }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Ended {
  readonly kills: number;
  readonly cutConnections: number;
  readonly end: Extract<SenderEnd, { readonly kind: 'ended' }>;
}

/** Runs one sender after the other until one comes to the end of the mailing. */
async function runToItsEnd(
  live: (plan?: KillPlan) => Promise<SenderEnd>,
  { random, mostKills, recipients }: Omit<AttackTools, 'sink'> & { readonly recipients: number },
): Promise<Ended> {
  let cutConnections = 0;
  for (let kills = 0; ; ) {
    const end = await live(kills < mostKills ? drawKillPlan(random, recipients) : undefined);
    if (end.kind === 'ended') return { kills, cutConnections, end };
    kills += 1;
    cutConnections += end.openConnections;
  }
}

/** This repository's own newsletter, with a list of these people. */
function makeWorkspace(addresses: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'penny-chaos-'));
  for (const part of ['issues', 'newsletter.yaml']) cpSync(part, join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'list.csv'), ['email', ...addresses, ''].join('\n'));
  return folder;
}
