import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runChaos } from './run-chaos.ts';

it('scoreboard 1: killed fifteen times at random moments, reaches everybody once or says that it cannot know', {
  timeout: 120_000,
}, async () => {
  const seed = Date.now() % 1_000_000;
  const { kills, accepted, unknown, mailings, faults } = await runChaos({
    penny: resolve('src/cli/main.ts'),
    kills: 15,
    recipients: 300,
    connections: 5,
    seed,
    onMailing: () => {},
  });
  expect(faults, `seed ${seed}`).toEqual([]);
  expect(kills).toBe(15);
  expect(accepted + unknown).toBe(mailings * 300);
});
