/**
 * How long `penny --version` and `penny check 1` of this repository take over Node that does nothing, alternating, whole
 * processes of the built command. Run: npm run bench:start
 */
import { median } from './median.ts';
import { builtPenny, timeProcess } from './time-process.ts';

const rounds = 21;

interface Contestant {
  readonly name: string;
  readonly words: readonly string[];
  /** At most this many times as long as Node alone. */
  readonly goal?: number;
}

const contestants: readonly Contestant[] = [
  { name: 'node -e 0', words: ['-e', '0'] },
  { name: 'penny --version', words: [builtPenny, '--version'], goal: 2 },
  { name: 'penny check 1', words: [builtPenny, 'check', '1'], goal: 6 },
];

// What the first run reads from the disk is at hand for all the others.
for (const { words } of contestants) timeProcess(words, '.');
const times = Array.from({ length: rounds }, () => contestants.map(({ words }) => timeProcess(words, '.')));
const medians = contestants.map((_, index) => median(times.map((round) => round[index] ?? 0)));

const [alone = 0] = medians;
for (const [index, { name, goal }] of contestants.entries()) {
  const milliseconds = medians[index] ?? 0;
  const ratio = milliseconds / alone;
  const judged = goal === undefined ? '' : `, ratio ${ratio.toFixed(2)} (goal: at most ${goal})`;
  process.stdout.write(`${name}: ${milliseconds.toFixed(0)} ms${judged}\n`);
  if (goal !== undefined && ratio > goal) process.exitCode = 1;
}
