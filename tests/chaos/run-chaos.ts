import { type AttackInput, attackMailing } from './attack-mailing.ts';
import { startCountingSink } from './counting-sink.ts';
import { seedRandom } from './seeded-random.ts';

export interface ChaosInput extends AttackInput {
  readonly kills: number;
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
    const one = await attackMailing(input, { sink, random, mostKills: input.kills - total.kills });
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
