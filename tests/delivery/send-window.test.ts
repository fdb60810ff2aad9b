import { describe, expect, it } from 'vitest';
import { nextOpening, readSendWindow, type SendWindow } from '../../src/delivery/send-window.ts';

process.env['TZ'] = 'Europe/Berlin';

function window(text: string): SendWindow {
  const read = readSendWindow(text);
  if (read === undefined) throw new Error(`${text} is no window`);
  return read;
}

/** When the window is open next, as a moment. */
function opening(text: string, now: string): string {
  return new Date(nextOpening(window(text), Date.parse(now))).toISOString();
}

describe('--window on an ordinary day', () => {
  it.each([
    ['08:00-18:00', '2026-12-01T11:00:00+01:00', '2026-12-01T11:00:00+01:00'],
    ['08:00-18:00', '2026-12-01T08:00:00+01:00', '2026-12-01T08:00:00+01:00'],
    ['08:00-18:00', '2026-12-01T07:59:59.999+01:00', '2026-12-01T08:00:00+01:00'],
    ['08:00-18:00', '2026-12-01T17:59:59+01:00', '2026-12-01T17:59:59+01:00'],
    ['08:00-18:00', '2026-12-01T18:00:00+01:00', '2026-12-02T08:00:00+01:00'],
    ['08:00-18:00', '2026-12-31T20:00:00+01:00', '2027-01-01T08:00:00+01:00'],
    ['08:00-24:00', '2026-12-01T23:59:00+01:00', '2026-12-01T23:59:00+01:00'],
  ])('%s at %s lets messages go at %s', (text, now, expected) => {
    expect(opening(text, now)).toBe(new Date(expected).toISOString());
  });
});

describe('--window over midnight', () => {
  it.each([
    ['22:00-06:00', '2026-12-01T23:00:00+01:00', '2026-12-01T23:00:00+01:00'],
    ['22:00-06:00', '2026-12-02T05:59:00+01:00', '2026-12-02T05:59:00+01:00'],
    ['22:00-06:00', '2026-12-02T06:00:00+01:00', '2026-12-02T22:00:00+01:00'],
    ['22:00-06:00', '2026-12-02T12:00:00+01:00', '2026-12-02T22:00:00+01:00'],
  ])('%s at %s lets messages go at %s', (text, now, expected) => {
    expect(opening(text, now)).toBe(new Date(expected).toISOString());
  });
});

describe('--window on a day on which the clocks are changed', () => {
  it.each([
    [
      'opens by the clock on the day of 23 hours',
      '08:00-18:00',
      '2026-03-28T20:00:00+01:00',
      '2026-03-29T08:00:00+02:00',
    ],
    [
      'opens by the clock on the day of 25 hours',
      '08:00-18:00',
      '2026-10-24T20:00:00+02:00',
      '2026-10-25T08:00:00+01:00',
    ],
    [
      'opens after the hour that is left out',
      '02:30-05:00',
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
    ],
    [
      'waits a day when all of it is left out',
      '02:10-02:50',
      '2026-03-29T01:00:00+01:00',
      '2026-03-30T02:10:00+02:00',
    ],
    [
      'opens in the first hour that comes twice',
      '02:30-05:00',
      '2026-10-25T02:10:00+02:00',
      '2026-10-25T02:30:00+02:00',
    ],
    ['and in the second', '02:30-02:50', '2026-10-25T02:10:00+01:00', '2026-10-25T02:30:00+01:00'],
  ])('%s', (_, text, now, expected) => {
    expect(opening(text, now)).toBe(new Date(expected).toISOString());
  });
});

it.each([
  '8-18',
  '08:00',
  '08:00-08:00',
  '24:00-0:00',
  '24:00-24:00',
  '08:60-18:00',
  '24:01-06:00',
  '25:00-06:00',
  'noon-dusk',
  '',
])('%j is no window', (text) => {
  expect(readSendWindow(text)).toBeUndefined();
});
