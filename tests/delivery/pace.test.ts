import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/delivery/pace.ts';

const start = 1_000_000;
const second = 1_000;

/** Takes turns one after the other, each when the one before has come, and answers when they came. */
function take(turn: (now: number) => number, count: number, from = start): number[] {
  const turns: number[] = [];
  for (let now = from; turns.length < count; ) {
    now = turn(now);
    turns.push(now);
  }
  return turns;
}

describe('--rate', () => {
  it.each([
    ['10/s', { messages: 10, per: second }, 100],
    ['600/m', { messages: 600, per: 60 * second }, 100],
    ['5000/h', { messages: 5_000, per: 3_600 * second }, 720],
    ['3/s', { messages: 3, per: second }, 1_000 / 3],
  ])(
    '%s gives a thousand messages the time that they take, to a tenth of a second',
    (_, overall, spacing) => {
      const pace = new Pace({ overall, perDomain: {} });
      const turns = take((now) => pace.turn(now), 1_000);
      expect(turns.at(-1)).toBeGreaterThanOrEqual(start + 999 * spacing - 101);
      expect(turns.at(-1)).toBeLessThanOrEqual(start + 999 * spacing + 1);
    },
  );

  it('is kept to over any ten seconds, however late the timers are', () => {
    const pace = new Pace({ overall: { messages: 10, per: second }, perDomain: {} });
    // Every timer comes 30 milliseconds late.
    const turns = take((now) => pace.turn(now) + 30, 500);
    for (const [index, turn] of turns.entries()) {
      const within = turns.slice(index).filter((other) => other < turn + 10 * second);
      expect(within.length).toBeLessThanOrEqual(102);
    }
    expect((turns.at(-1) ?? 0) - start).toBeLessThanOrEqual(499 * 100 + 130);
  });

  it('does not make up for a pause: nobody is mailed in a burst after it', () => {
    const pace = new Pace({ overall: { messages: 10, per: second }, perDomain: {} });
    take((now) => pace.turn(now), 5);
    const turns = take((now) => pace.turn(now), 20, start + 3_600 * second);
    expect((turns.at(-1) ?? 0) - (start + 3_600 * second)).toBeGreaterThanOrEqual(18 * 100 - 1);
  });

  it('gives several lanes that ask at once a turn each', () => {
    const pace = new Pace({ overall: { messages: 10, per: second }, perDomain: {} });
    pace.turn(start);
    pace.turn(start);
    expect([pace.turn(start), pace.turn(start), pace.turn(start)]).toEqual([
      start + 100,
      start + 200,
      start + 300,
    ]);
  });

  it('goes on as fast when the clock is put back by a day', () => {
    const day = 86_400_000;
    const pace = new Pace({ overall: { messages: 10, per: second }, perDomain: {} });
    take((now) => pace.turn(now), 100, 10 * day);
    const turns = take((now) => pace.turn(now), 100, 9 * day);
    expect(turns[0]).toBeLessThanOrEqual(9 * day + 10 * second);
    expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThanOrEqual(9_900 - 101);
  });

  it('holds up nobody where there is no limit', () => {
    const pace = new Pace({ perDomain: {} });
    expect([pace.turn(start), pace.turn(start), pace.turnOf('example.com', start)]).toEqual([
      start,
      start,
      start,
    ]);
  });
});

describe('a rate for one domain', () => {
  const pace = (): Pace => new Pace({ perDomain: { 'example.com': { messages: 5, per: second } } });

  it('holds up that domain and no other', () => {
    const limited = pace();
    const turns = take((now) => limited.turnOf('example.com', now), 51);
    expect((turns.at(-1) ?? 0) - start).toBeGreaterThanOrEqual(50 * 200 - 101);
    expect(limited.turnOf('example.net', start)).toBe(start);
  });

  it('is halved when its server asks for it, once a minute', () => {
    const limited = pace();
    expect(limited.slowDown('example.com', start)).toBe(true);
    expect(limited.slowDown('example.com', start + 59 * second)).toBe(false);
    expect([limited.turnOf('example.com', start), limited.turnOf('example.com', start)]).toEqual([
      start + 400,
      start + 800,
    ]);
    expect(limited.slowDown('example.com', start + 60 * second)).toBe(true);
    const later = start + 60 * second;
    expect([limited.turnOf('example.com', later), limited.turnOf('example.com', later)]).toEqual([
      later + 800,
      later + 1_600,
    ]);
  });
});

describe('a domain that asks to slow down', () => {
  it('scoreboard 63: gets a message a second, then half of that each time, and never fewer than one a minute', () => {
    const pace = new Pace({ perDomain: {} });
    const spacings: number[] = [];
    for (let minute = 0; minute < 9; minute += 1) {
      const now = start + minute * 60 * second;
      expect(pace.slowDown('example.com', now)).toBe(true);
      spacings.push(pace.turnOf('example.com', now) - now);
    }
    expect(spacings).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * second));
    expect(pace.turnOf('example.net', start)).toBe(start);
  });

  it('is heard, and not kept waiting, after the clock was put back', () => {
    const day = 86_400_000;
    const pace = new Pace({ perDomain: {} });
    pace.slowDown('example.com', 10 * day);
    expect(pace.turnOf('example.com', 9 * day)).toBeLessThanOrEqual(9 * day + second);
    expect(pace.slowDown('example.com', 9 * day + 2 * 60 * second)).toBe(true);
  });

  it('does not get faster by it where it was set to be slower than one a minute', () => {
    const pace = new Pace({ perDomain: { 'example.com': { messages: 10, per: 3_600 * second } } });
    pace.slowDown('example.com', start);
    expect(pace.turnOf('example.com', start)).toBe(start + 360 * second);
  });
});
