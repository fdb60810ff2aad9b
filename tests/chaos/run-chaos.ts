import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountingSink, startCountingSink } from './counting-sink.ts';
import { judgeMailing } from './judge-mailing.ts';
import { drawKillPlan, type KillPlan } from './kill-plan.ts';
import { runSender, type SenderEnd } from './run-sender.ts';
import { type SeededRandom, seedRandom } from './seeded-random.ts';

export interface ChaosInput {
  /** The file of the command. */
  readonly penny: string;
  readonly kills: number;
  readonly recipients: number;
  readonly connections: number;
  readonly seed: number;
  /** Called after each mailing. */
  readonly onMailing: (soFar: ChaosResult) => void;
}

export interface ChaosResult {
  readonly mailings: number;
  readonly kills: number;
  readonly accepted: number;
  readonly unknown: number;
  readonly unknownArrived: number;
  readonly faults: readonly string[];
}

const nothing: ChaosResult = {
  mailings: 0,
  kills: 0,
  accepted: 0,
  unknown: 0,
  unknownArrived: 0,
  faults: [],
};

/** Most milliseconds that the sink lets a message wait for its answer. */
const slowestAnswer = 5;

/**
 * Kills the sender again and again, runs it again each time, and judges every mailing at its end, until it was killed
 * often enough. Every mailing has a workspace of its own.
 */
export async function runChaos(input: ChaosInput): Promise<ChaosResult> {
  const random = seedRandom(input.seed);
  // Of its own: how often it is asked depends on the machine, and must not move the kills.
  const delays = seedRandom(input.seed + 1);
  await using sink = await startCountingSink({ delay: () => delays.between(0, slowestAnswer) });
  let total = nothing;
  while (total.kills < input.kills && total.faults.length === 0) {
    sink.forget();
    const one = await runMailing(input, { sink, random, mostKills: input.kills - total.kills });
    total = {
      mailings: total.mailings + 1,
      kills: total.kills + one.kills,
      accepted: total.accepted + one.accepted,
      unknown: total.unknown + one.unknown,
      unknownArrived: total.unknownArrived + one.unknownArrived,
      faults: one.faults.map((fault) => `mailing ${total.mailings + 1}: ${fault}`),
    };
    input.onMailing(total);
  }
  return total;
}

interface MailingTools {
  readonly sink: CountingSink;
  readonly random: SeededRandom;
  readonly mostKills: number;
}

type MailingTotal = Omit<ChaosResult, 'mailings'>;

async function runMailing(
  { penny, recipients, connections }: ChaosInput,
  { sink, random, mostKills }: MailingTools,
): Promise<MailingTotal> {
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
      return { ...nothing, kills, faults: [`the sender ended with ${end.code}: ${end.error}${end.output}`] };
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
  { random, mostKills, recipients }: Omit<MailingTools, 'sink'> & { readonly recipients: number },
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
