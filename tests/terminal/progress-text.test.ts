import { expect, it } from 'vitest';
import { formatWaiting } from '../../src/terminal/progress-text.ts';

it('says what a mailing waits for and how long still, and lets no server act on the terminal', () => {
  const text = formatWaiting({ why: 'for the server: \u001b[31mECONNREFUSED', until: 260_000 }, 60_000);
  expect(text).toMatch(/^waiting for the server: .*ECONNREFUSED · 3 min 20 s left$/);
  expect(text).not.toContain('\u001b');
});

it('never waits for less than nothing', () => {
  expect(formatWaiting({ why: 'for its time', until: 1_000 }, 60_000)).toBe(
    'waiting for its time · 0 s left',
  );
});
