import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/source/read-yaml.ts';

describe('places', () => {
  const { value, places, faults } = readYaml(
    'title: two way\npay: {min: 1, max: 2}\ntags:\n  - a\n  - b\nid:\n',
    {
      line: 8,
    },
  );

  it('reads plain values', () => {
    expect(value).toEqual({ title: 'two way', pay: { min: 1, max: 2 }, tags: ['a', 'b'], id: null });
    expect(faults).toEqual([]);
  });

  it.each([
    ['a value', 'title', '8:8-8:15'],
    ['a value within braces', 'pay.max', '9:20-9:21'],
    ['an item of a list', 'tags.1', '12:5-12:6'],
    ['a key without a value, at the key', 'id', '13:1-13:3'],
  ])('gives %s its place in the user’s file', (_, path, place) => {
    const found = places.get(path)?.value;
    expect(`${found?.line}:${found?.column}-${found?.endLine}:${found?.endColumn}`).toBe(place);
  });
});

it.each([
  ['a date', 'date: 2026-11-23', { date: '2026-11-23' }],
  ['what YAML 1.1 took for false', 'country: NO', { country: 'NO' }],
  ['what YAML 1.1 took for base 60', 'at: 12:30:45', { at: '12:30:45' }],
])('keeps %s as text', (_, text, value) => {
  expect(readYaml(text, { line: 1 }).value).toEqual(value);
});

it.each(['', '\n', '# only a comment\n'])('reads “%s” as a map without keys', (text) => {
  expect(readYaml(text, { line: 1 })).toMatchObject({ value: {}, faults: [] });
});

it.each([
  ['a number', 'a: 007', '007'],
  ['true and false', 'a: True', 'True'],
  ['an item of a list', 'a: [0x1F]', '0x1F'],
])('remembers how %s is spelled', (_, text, written) => {
  const { places } = readYaml(text, { line: 1 });
  expect((places.get('a.0') ?? places.get('a'))?.written).toBe(written);
});

it('remembers no spelling of what is text', () => {
  expect(
    readYaml('a: "007"\nb: c', { line: 1 })
      .places.values()
      .map(({ written }) => written)
      .toArray(),
  ).toEqual([undefined, undefined]);
});

it('says nothing of issues about YAML that is too long: it may be any file', () => {
  const [fault] = readYaml(`a: ${'x'.repeat(16_384)}`, { line: 1 }).faults;
  expect(fault?.hint).toBe('only keys and short values belong here: put longer text elsewhere');
});

describe('scoreboard 88: what YAML can do beyond plain values is refused where it stands', () => {
  it('a bomb, which is never unpacked', () => {
    const lines = ['a0: &a0 [lol, lol]'];
    for (let depth = 1; depth < 40; depth += 1)
      lines.push(`a${depth}: &a${depth} [*a${depth - 1}, *a${depth - 1}]`);
    const begun = performance.now();
    const { faults } = readYaml(lines.join('\n'), { line: 1 });
    expect(performance.now() - begun).toBeLessThan(100);
    expect(faults[0]).toMatchObject({ rule: 'schema/yaml', line: 1, column: 9 });
  });

  it.each([
    ['an anchor', 'a: &x 1', 'schema/yaml', '1:7'],
    ['an alias', 'a: 1\nb: *x', 'schema/yaml', '2:4'],
    ['a tag', 'a: !!js/function "x"', 'schema/yaml', '1:18'],
    ['a key that means something to JavaScript', 'a: 1\n__proto__: {b: 1}', 'schema/unknown-key', '2:1'],
    ['a list as a key', '[a, b]: c', 'schema/yaml', '1:1'],
    ['a group as a key', 'x: 1\n{a: b}: c', 'schema/yaml', '2:1'],
    ['an alias as a key', '*a : x', 'schema/yaml', '1:1'],
    ['an anchor on a key', '&a subtitle: hi', 'schema/yaml', '1:4'],
    ['a tag on a key', '!!str subtitle: hi', 'schema/yaml', '1:7'],
    ['a key twice', 'a: 1\na: 2', 'schema/duplicate-key', '2:1'],
    ['a list instead of keys', '- a', 'schema/yaml', '1:1'],
    ['text instead of keys', 'hello', 'schema/yaml', '1:1'],
    ['a bracket that is never closed', 'a: [1', 'schema/slip', '1:4'],
    ['more than 16 KB', `a: ${'x'.repeat(16_384)}`, 'file/too-large', '1:1'],
  ])('%s', (_, text, rule, place) => {
    const { value, faults } = readYaml(text, { line: 1 });
    expect(faults.map((fault) => [fault.rule, `${fault.line}:${fault.column}`])).toContainEqual([
      rule,
      place,
    ]);
    expect(Object.hasOwn(value, '__proto__')).toBe(false);
    expect(({} as { b?: number }).b).toBeUndefined();
  });
});
