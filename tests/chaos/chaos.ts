/**
 * Kills `penny send` at random moments, hundreds of times, runs it again each time, and counts at a mail server whether
 * everybody got the issue once. Run: npm run chaos -- --kills 500 [--recipients 2000] [--connections 5] [--seed 7]
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { builtPenny } from '../bench/time-process.ts';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    recipients: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seed = Number(values.seed);
const recipients = Number(values.recipients);
say(
  `seed ${seed}: ${values.kills} kills, ${recipients} recipients a mailing, ${values.connections} connections`,
);
const started = performance.now();
const { mailings, kills, accepted, unknown, unknownArrived, faults } = await runChaos({
  penny: builtPenny,
  kills: Number(values.kills),
  recipients,
  connections: Number(values.connections),
  seed,
  onMailing: (soFar) => say(`${soFar.mailings} mailings, ${soFar.kills} kills, ${soFar.unknown} unknown`),
});
for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
const seconds = Math.round((performance.now() - started) / 1000);
say(`${mailings} mailings to ${mailings * recipients} recipients, ${kills} kills, ${seconds} s`);
say(`${accepted} accepted, each exactly once at the server`);
say(`${unknown} unknown: ${unknownArrived} of them arrived, ${unknown - unknownArrived} did not`);
say(faults.length === 0 ? 'nobody lost, nobody mailed twice' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
