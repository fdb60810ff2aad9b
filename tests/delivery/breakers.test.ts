import { describe, expect, it } from 'vitest';
import { HeldBreaker, ReachBreaker } from '../../src/delivery/breakers.ts';

const accepted = { state: 'accepted', text: 'ok' } as const;
const held = { state: 'held', text: '550 5.7.1 not you' } as const;

/** What the breaker says of each. */
function noteAll(outcomes: readonly (typeof accepted | typeof held)[]): (string | undefined)[] {
  const breaker = new HeldBreaker();
  return outcomes.map((outcome) => breaker.note(outcome));
}

describe('recipients who are held back', () => {
  it('stop the mailing at the fifth in a row, with the server’s words', () => {
    expect(noteAll([held, held, held, held, held])).toEqual([
      ...Array.from({ length: 4 }, () => undefined),
      'the server held back 5 recipients in a row: 550 5.7.1 not you',
    ]);
  });

  it('do not stop it when somebody is accepted between', () => {
    expect(noteAll([held, held, held, held, accepted, held, held, held, held])).toEqual(
      Array.from({ length: 9 }, () => undefined),
    );
  });

  it('stop it when they are more than four of the last two hundred, and not before', () => {
    const scattered = Array.from({ length: 200 }, (_, index) => (index % 40 === 39 ? held : accepted));
    expect(noteAll(scattered)).toEqual([
      ...Array.from({ length: 199 }, () => undefined),
      'the server held back 5 of the last 200 recipients: 550 5.7.1 not you',
    ]);
    const fewer = Array.from({ length: 1_000 }, (_, index) => (index % 50 === 49 ? held : accepted));
    expect(noteAll(fewer).filter((reason) => reason !== undefined)).toEqual([]);
  });

  it('count no longer when they are more than two hundred ago', () => {
    const early = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? held : accepted));
    const outcomes = [...early, ...Array.from({ length: 200 }, () => accepted), held];
    expect(noteAll(outcomes).filter((reason) => reason !== undefined)).toEqual([]);
  });
});

describe('a server that cannot be reached', () => {
  /** The pauses between tries that fail at once, until the breaker gives up. */
  function pauses(breaker: ReachBreaker, start = 1_000_000): number[] {
    const waited: number[] = [];
    for (let now = start; ; ) {
      const pause = breaker.failed(now);
      if (pause === undefined) return waited;
      waited.push(pause / 1_000);
      now += pause;
    }
  }
  const tenMinutes = [1, 5, 15, 30, 60, 60, 60, 60, 60, 60, 60, 60, 60];

  it('scoreboard 28 and 30: is tried further and further apart, for ten minutes', () => {
    expect(pauses(new ReachBreaker())).toEqual(tenMinutes);
    expect(tenMinutes.reduce((sum, pause) => sum + pause)).toBeLessThanOrEqual(600);
  });

  it('is given ten minutes again once it was reached', () => {
    const breaker = new ReachBreaker();
    for (let now = 0; now < 500_000; now += 100_000) breaker.failed(now);
    breaker.reached();
    expect(pauses(breaker, 5_000_000)).toEqual(tenMinutes);
  });
});
