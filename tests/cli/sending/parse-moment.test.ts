import { expect, it } from 'vitest';
import { parseMoment } from '../../../src/cli/sending/parse-moment.ts';

// The machine's own clock, for what has no zone.
process.env['TZ'] = 'Europe/Berlin';

it.each([
  ['2026-12-01T09:00', '2026-12-01T08:00:00Z'],
  ['2026-12-01 09:00', '2026-12-01T08:00:00Z'],
  ['2026-07-01T09:00:30', '2026-07-01T07:00:30Z'],
  ['2026-12-01T09:00Z', '2026-12-01T09:00:00Z'],
  ['2026-12-01T09:00+05:30', '2026-12-01T03:30:00Z'],
  ['2026-12-01T09:00 -0800', '2026-12-01T17:00:00Z'],
  ['2026-12-01T09:00 America/New_York', '2026-12-01T14:00:00Z'],
  ['2026-12-01T09:00[America/New_York]', '2026-12-01T14:00:00Z'],
  ['2026-12-01T09:00-05:00[America/New_York]', '2026-12-01T14:00:00Z'],
  ['2026-12-01T09:00 Asia/Kathmandu', '2026-12-01T03:15:00Z'],
  ['2026-12-01T09:00 UTC', '2026-12-01T09:00:00Z'],
  ['2026-12-31T23:30 Pacific/Kiritimati', '2026-12-31T09:30:00Z'],
])('--at %s starts at %s', (text, moment) => {
  expect(new Date(parseMoment(text)).toISOString()).toBe(new Date(moment).toISOString());
});

it.each([
  ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ['2026-10-25T02:30 Europe/Berlin', '2026-10-25T00:30:00Z'],
  ['2026-11-01T01:30 America/New_York', '2026-11-01T05:30:00Z'],
])('%s, an hour that the clocks show twice, is the first of both', (text, moment) => {
  expect(parseMoment(text)).toBe(Date.parse(moment));
});

it.each([
  ['2026-03-29T02:30', 'the clocks of Europe/Berlin never show 2026-03-29T02:30'],
  ['2026-03-29T02:30 Europe/Berlin', 'the clocks of Europe/Berlin never show 2026-03-29T02:30'],
  ['2026-03-08T02:15 America/New_York', 'the clocks of America/New_York never show 2026-03-08T02:15'],
  ['2026-12-01T09:00 Europe/Bärlin', 'is not a time'],
  ['2026-12-01T09:00 Europe/Nowhere', 'there is no time zone “Europe/Nowhere”'],
  ['2026-07-01T09:00+01:00[BST]', '“BST” does not say which time zone is meant'],
  ['2026-12-01T09:00+05:00[America/New_York]', 'do not show 09:00 when it is 09:00 at +05:00'],
  ['2026-02-30T09:00', 'is not a time to start at'],
  ['2026-02-29T09:00Z', 'is not a time to start at'],
  ['2026-13-01T09:00', 'is not a time to start at'],
  ['2026-12-01T24:00', 'is not a time to start at'],
  ['2026-12-01T09:60', 'is not a time to start at'],
  ['2026-12-01T09:00+25:00', 'is not a time to start at'],
  ['2026-12-01', 'is not a time to start at'],
  ['tomorrow', 'is not a time to start at'],
  ['', 'is not a time to start at'],
])('--at %s is refused', (text, problem) => {
  expect(() => parseMoment(text)).toThrow(problem);
});

it.each(['BST', 'IST', 'CST', 'AST', 'ECT', 'ACT', 'SST', 'ART', 'bst', 'EST5EDT'])(
  '%s is asked about, and not read in another part of the world',
  (zone) => {
    expect(() => parseMoment(`2026-07-01T09:00 ${zone}`)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('Europe/London') }),
    );
  },
);
