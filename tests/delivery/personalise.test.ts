import { describe, expect, it } from 'vitest';
import { fillSlots, findGaps, measureFilled } from '../../src/delivery/personalise.ts';
import type { Slotted } from '../../src/render/edition.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const url = 'https://penny.example';

function fill(slotted: Slotted, part: Parameters<typeof recipient>[0] = {}): string {
  return fillSlots(slotted, recipient(part), { url, escape: 'none' });
}

it('measures the HTML of each person, as it is escaped', () => {
  const people = [recipient(), recipient({ name: 'O’Neil & 李' }), recipient({ name: 'Ann' })];
  const lengths = people.map((person) =>
    Buffer.byteLength(fillSlots(snapshot.edition.html, person, { url, escape: 'html' })),
  );
  const measure = measureFilled(snapshot.edition.html, url);
  expect(people.map((person) => measure(person))).toEqual(lengths);
  expect(measureFilled(['x', { tag: 'unsubscribeUrl' }], url)()).toBe(1);
});

describe('a slot', () => {
  it.each([
    ['name', 'Ann Lee'],
    ['firstName', 'Ann'],
    ['email', 'ann@example.com'],
    ['fields.city', 'Haifa'],
    ['unsubscribeUrl', 'https://penny.example/unsubscribe/token'],
  ])('%s becomes the recipient’s own', (tag, expected) => {
    const ann = {
      name: 'Ann Lee',
      firstName: 'Ann',
      address: 'ann@example.com',
      fields: { city: 'Haifa' },
    };
    expect(fill(['<', { tag }, '>'], ann)).toBe(`<${expected}>`);
  });

  it('shows its fallback where the value is missing or empty', () => {
    const slotted: Slotted = [{ tag: 'fields.city', fallback: 'your city' }];
    expect(fill(slotted)).toBe('your city');
    expect(fill(slotted, { fields: { city: '' } })).toBe('your city');
  });

  it('is never filled from what every object has', () => {
    expect(fill([{ tag: 'fields.constructor', fallback: 'none' }])).toBe('none');
    expect(fill([{ tag: 'fields.__proto__', fallback: 'none' }])).toBe('none');
  });

  it('escapes the value, and leaves the author’s text around it alone', () => {
    const html = fillSlots(['<b>&amp;</b>', { tag: 'name' }], recipient({ name: '<script>' }), {
      url,
      escape: 'html',
    });
    expect(html).toBe('<b>&amp;</b>&lt;script&gt;');
  });

  it('stops rather than send a gap', () => {
    expect(() => fill([{ tag: 'name' }])).toThrow('li@example.net has no name');
  });
});

it('finds each tag that somebody cannot fill', () => {
  const edition = {
    ...snapshot.edition,
    text: [{ tag: 'name' }, { tag: 'name' }, { tag: 'unsubscribeUrl' }],
  };
  const people = [
    recipient({ address: 'a@example.com', name: 'Ann' }),
    recipient({ address: 'b@example.com' }),
    recipient({ address: 'c@example.com', name: '' }),
  ];
  expect(people.map(findGaps(edition))).toEqual([[], ['name'], ['name']]);
  expect(people.map(findGaps(snapshot.edition))).toEqual([[], [], []]);
});
