import { readFileSync } from 'node:fs';
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

describe('an address with more written on to a name', () => {
  it.each([
    ['a path that opens with it', 'https://jobs.lever.example/zorblatthq/1234'],
    ['a path that ends in it', 'https://boards.example/joinzorblatt/jobs/1234'],
    ['a query', 'https://boards.example/jobs/1234?gh_src=zorblattcareers'],
    ['a fragment', 'https://boards.example/jobs#joinzorblatt'],
    ['percent signs', 'https://boards.example/%6Aoinzorblatt/1'],
    ['a title', 'https://boards.example/life-at-zorblatthq-berlin'],
    ['www', 'www.boards.example/joinzorblatt'],
    ['a host alone', 'boards.example/joinzorblatt'],
    ['a page', '<a href="https://boards.example/?a=1&amp;src=zorblattcareers">apply</a>'],
    ['data', '{"url":"https:\\/\\/boards.example\\/joinzorblatt\\/1"}'],
    ['the name of a mailbox', 'mailto:zorblattjobs@mail.example'],
  ])('is found: %s', (_, text) => {
    expect(shown(text, entry('zorblatt'))).toEqual(['zorblatt']);
  });

  it.each([
    ['a short name', 'https://boards.example/rampcareers', ['ramp']],
    ['a short name in a title', 'https://boards.example/ramping-up-sales/on-the-tramp', []],
    ['a short name within a token', 'https://boards.example/?t=aRampx9', []],
    ['no end', 'https://boards.example/xxrampxx', []],
    ['what follows the address', '“https://boards.example/a&quot;,&quot;ramping up', []],
    ['what is no address', 'either/ramping or tramp', []],
  ])('is told from other words: %s', (_, text, found) => {
    expect(shown(text, entry('ramp'))).toEqual(found);
  });
});

describe('a short name with an “and”', () => {
  it.each([
    ['a&e', ['A&E', 'a & e', 'a&amp;e', 'A+E', 'a-e', 'a/e', 'a and e', 'a und e', "a 'n' e", 'A＆E']],
    ['m&s', ['M&S', 'm and s', 'M%26S', 'm-s', 'M & S', 'M&\nS']],
    ['young & co', ['Young & Co', 'young-co', 'young and co', 'youngandco', 'young + co']],
    ['at&t', ['AT&T', 'at and t', 'AT&#38;T']],
  ])('is found with it: %s', (term, texts) => {
    for (const text of texts) expect(shown(`(${text})`, entry(term)), text).toHaveLength(1);
  });

  it.each([
    ['a&e', 'an ae or AE, series a\n- e-commerce\n+ e-sports, plan <b>a</b>e, a (e), aye, a – e'],
    ['m&s', 'in 20 ms, ms office, the mets, mes, m, s'],
    ['h&m', 'hm, … hem, h. m.'],
    ['young & co', 'a young co-founder, young company, https://blog.example/young-companies'],
    ['at&t', 'look at t shirts, att'],
    ['h & y', 'handy, hey'],
  ])('is not found without it: %s', (term, text) => {
    expect(shown(text, entry(term))).toEqual([]);
  });
});

it.each(['株式会社zorblatt', 'Zorblatt株式会社', 'zorblatt有限公司'])(
  'finds a name beside the form of a company in other letters: %s',
  (text) => {
    expect(shown(text, entry('zorblatt'))).toHaveLength(1);
  },
);

it.each(['田中株式会社', '株式会社田中', '㈱田中', '田中有限公司'])(
  'finds a name with the form of a company: %s',
  (text) => {
    expect(shown(text, entry('田中'))).toEqual(['田中']);
  },
);

describe('an ordinary issue', () => {
  const terms = ['a&e', 'm&s', 'h&m', 'young & co', 'at&t', 'zorblatt', 'jane quimby'];
  const list = terms.map((term, index) => entry(term, { number: index + 1 }));

  it.each([
    ['the first one', readFileSync('issues/001-are-interviews-really-a-two-way-street.md', 'utf8')],
    [
      'one on sales teams',
      `we hire an AE (or a senior ae), an SDR/BDR team & a CSM. hm, and the ceo is a young co-founder.
- series a
- e-commerce, m&a, p&l, q&a, r&d and g&a; 24/7, h1/h2, y/y growth, 3-5 reps
- answers in 20 ms on ms teams & ms office. look at t-shirts, at t shirts, at & around the table
apply at https://jobs.example.com/ae-mid-market?team=sales&city=berlin&utm_source=penny`,
    ],
    [
      'one on pay',
      `base + commission, ote/base 50/50, a+ players, a/b tests, e-mail & e-signature, s-curve and b2b/saas.
Jane met the team; quimby is no name here. hmm… 10m/year arr, from $2m - still growing. the young & the restless
read <b>plan a</b>, **plan** a & *every* other at https://blog.example.org/2026/young-companies/at-the-top#hm`,
    ],
  ])('shows no name of a list of short ones: %s', (_, text) => {
    expect(findNeverNames(text, list)).toEqual([]);
  });
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
    ['a.example/joinzorblatt/', 0],
    ['a-zorblattish', 0],
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
    'https://a.example/',
    'a.b/',
    'a@',
    'a+',
    ' &',
    '-',
  ]) {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(findNeverNames(text, [entry('acme corp')])).toEqual([]);
  }
});
