import { describe, expect, it } from 'vitest';
import { findNeverNames } from '../../../src/check/never-name/find-never-names.ts';
import type { NeverName } from '../../../src/check/never-name/never-name-list.ts';
import { redact } from '../../../src/check/never-name/redact.ts';
import { disguises } from '../../fakes/disguises.ts';

function entry(term: string, more: Partial<NeverName> = {}): NeverName {
  return { number: 1, terms: [term], match: 'word', allow: [], ...more };
}

function shown(text: string, name: NeverName = entry('acme corp')): string[] {
  return findNeverNames(text, [name]).map(({ start, end }) => text.slice(start, end));
}

describe.each(Object.entries(disguises))('a name written with %s', (_, disguise) => {
  it.each(['acme corp', 'jane doe'])('is found: %s', (term) => {
    const text = `12 years at (${disguise(term)}), in sales`;
    const [hit] = findNeverNames(text, [entry(term)]);
    expect(hit).toBeDefined();
  });

  it('is taken out of what is printed', () => {
    const text = `12 years at (${disguise('acme corp')}), in sales`;
    const printed = redact(text, [entry('acme corp')]);
    expect(findNeverNames(printed, [entry('acme corp')])).toEqual([]);
    expect(printed).toContain('[never-name 1]');
    expect(printed).toMatch(/^12 years at .*, in sales$/s);
  });
});

it.each([
  ['a possessive', 'acme corp’s board', entry('acme corp')],
  ['a mention', 'ask @acmecorp or #acmecorp', entry('acme corp')],
  ['a file name', 'assets/acme-corp.png', entry('acme corp')],
  ['camel case', 'TeamAcmeCorp', entry('acme corp')],
  ['a host that only opens with it', 'https://acmehq.example/jobs', entry('acme')],
  ['a host that only ends in it', 'https://getacme.example/jobs', entry('acme')],
  ['a host in punycode', 'https://xn--mnchen-3ya.example/', entry('münchen')],
  ['sharp s', 'GROSSMANN', entry('großmann')],
  ['an alias', 'the mill', { ...entry('acme corp'), terms: ['acme corp', 'the mill'] }],
  ['a script without spaces', '我在李雷公司工作', entry('李雷')],
  ['a part of a word, when asked to', 'megacmecorporation', entry('acmecorp', { match: 'substring' })],
])('finds %s', (_, text, name) => {
  expect(shown(text, name)).toHaveLength(text.includes('or #') ? 2 : 1);
});

it.each([
  ['a longer word', 'rampant', entry('ramp')],
  ['a word that ends so', 'on the tramp', entry('ramp')],
  ['another order', 'corp acme', entry('acme corp')],
  ['nothing', '', entry('acme')],
  ['a short name within a host', 'https://mail.example', entry('ai')],
])('leaves alone: %s', (_, text, name) => {
  expect(shown(text, name)).toEqual([]);
});

describe('a name that is a common word', () => {
  const ramp = entry('ramp', { allow: ['ramp up'] });

  it('is only a word within a phrase that is allowed', () => {
    expect(shown('we ramp up, then ramp down', ramp)).toEqual(['ramp']);
    expect(shown('we *ramp* up and <b>ramp</b> up', ramp)).toEqual([]);
  });

  it('is released where it stands and nowhere else', () => {
    const text = 'ramp up at ramp';
    expect(findNeverNames(text, [ramp]).map(({ start }) => start)).toEqual([11]);
  });
});

it('names each entry once a place, in the order of the text', () => {
  const list = [entry('acme'), { ...entry('jane doe'), number: 2 }];
  const hits = findNeverNames('jane doe of acme, acme', list);
  expect(hits.map((hit) => [hit.entry.number, hit.start])).toEqual([
    [2, 0],
    [1, 12],
    [1, 18],
  ]);
});

describe('a name with an umlaut and an “and”', () => {
  const ways = [
    ...['müller & söhne', 'Mueller-Soehne', 'mueller & soehne', 'muller and sohne', 'muller und sohne'],
    ...[
      'MÜLLER + SÖHNE',
      'müller et soehne',
      'mu\u0308ller og so\u0308hne',
      'muellerundsoehne',
      'Müller &amp; Söhne',
    ],
  ];

  it.each(ways)('is found however it is written: %s', (text) => {
    expect(shown(`(${text})`, entry('müller & söhne'))).toHaveLength(1);
  });

  it.each(['mueller & soehne', 'mueller und söhne', 'muller y sohne'])(
    'is found with its umlauts, whatever the list writes: %s',
    (term) => {
      expect(shown('bei müller & söhne', entry(term))).toEqual(['müller & söhne']);
    },
  );

  it.each([
    ['smørrebrød', 'smoerrebroed'],
    ['ærø', 'aeroe'],
    ['århus', 'aarhus'],
    ['cœur', 'coeur'],
    ['großmann', 'grossmann'],
  ])('is the same on both sides: %s and %s', (one, other) => {
    expect(shown(`in ${other}`, entry(one))).toEqual([other]);
    expect(shown(`in ${one}`, entry(other))).toEqual([one]);
  });

  it('is not every word that is a letter shorter', () => {
    expect(shown('jane, do it', entry('jane doe'))).toEqual([]);
    expect(shown('muller', entry('mueller'))).toEqual([]);
    expect(shown('smith, jones', entry('smith and and jones'))).toEqual(['smith, jones']);
    expect(shown('jane and doe', entry('jane doe'))).toEqual([]);
  });

  it('is found among more of its kind than can be mixed', () => {
    const term = 'öl für über äpfel, räder und schläuche';
    expect(shown('oel fuer ueber aepfel, raeder & schlaeuche', entry(term))).toHaveLength(1);
    expect(shown('ol fur uber apfel, rader & schlauche', entry(term))).toHaveLength(1);
  });
});

it.each([
  ['small capitals', 'ᴢᴏʀʙʟᴀᴛᴛ'],
  ['a letter of phonetics', 'zorblɑtt'],
  ['Cherokee', 'ᏃᎾrblatt'.replace('Ꮎ', 'o')],
  ['letters in squares', '🆉🅾🆁🅱🅻🅰🆃🆃'],
  ['a genitive', 'zorblatts'],
  ['a possessive', 'zorblatt’s'],
  ['the form of a company', 'zorblattinc'],
])('finds a name in %s', (_, text) => {
  expect(shown(`at ${text} today`, entry('zorblatt'))).toHaveLength(1);
});

it('finds a person with one initial between, and no other word', () => {
  const jane = entry('jane quimby');
  expect(shown('jane p. quimby and Jane P Quimby', jane)).toHaveLength(2);
  expect(shown('jane met quimby, jane p. q. quimby, jane 1 quimby', jane)).toEqual([]);
});

it('does not take a short name for a part of a longer word', () => {
  expect(shown('ais, aico, aiag', entry('ai'))).toEqual([]);
  expect(shown('zorblattier, zorblattsome', entry('zorblatt'))).toEqual([]);
});

it('takes the ending out of what is printed, too', () => {
  expect(redact('at zorblattgmbh.', [entry('zorblatt')])).toBe('at [never-name 1].');
});

it('reads a name a hundred thousand times in seconds, allowed or not', { timeout: 60_000 }, () => {
  const list = [entry('zorblatt', { allow: ['zorblatt is here'] })];
  for (const [unit, found] of [
    ['zorblatt is here. ', 0],
    ['zorblatt was. ', 130_000],
    ['zorblatt', 0],
    ['zorblatt.', 0],
  ] as const) {
    const started = performance.now();
    const hits = findNeverNames(unit.repeat(1_820_000 / unit.length), list);
    if (found > 0) expect(hits).toHaveLength(found);
    expect(performance.now() - started).toBeLessThan(15_000);
  }
});

it('reads a megabyte of brackets, percent signs or base64 in seconds', { timeout: 60_000 }, () => {
  for (const unit of [
    '\\',
    'a',
    '0 1 ',
    '123-',
    'ü',
    '[',
    '%61',
    '&#97;',
    'QUJD',
    '=3D',
    '<b>',
    '\\u0061',
    'xn--a',
    'QUJDREVG ',
  ]) {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(findNeverNames(text, [entry('acme corp')])).toEqual([]);
  }
});
