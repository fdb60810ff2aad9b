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

it('reads a megabyte of brackets, percent signs or base64 in seconds', { timeout: 60_000 }, () => {
  for (const unit of ['[', '%61', '&#97;', 'QUJD', '=3D', '<b>', '\\u0061', 'xn--a', 'QUJDREVG ']) {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(findNeverNames(text, [entry('acme corp')])).toEqual([]);
  }
});
