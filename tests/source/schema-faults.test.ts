import { expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml, readYamlList } from '../../src/source/read-yaml.ts';
import { findSchemaFaults } from '../../src/source/schema-faults.ts';

const schema = z.strictObject({
  title: z.string().min(1),
  number: z.int().min(1).exactOptional(),
  status: z.enum(['open', 'filled']).exactOptional(),
  tags: z
    .array(z.string().regex(/^[a-z]+$/, 'is not in small letters'))
    .min(1)
    .exactOptional(),
  places: z.array(z.strictObject({ city: z.string(), country: z.string() })).exactOptional(),
  pay: z.union([z.string(), z.strictObject({ min: z.number(), max: z.number() })]).exactOptional(),
});

it.each([
  [
    'a value that is missing, at the section',
    'number: 1',
    'schema/missing',
    '1:1',
    'title is missing',
    'add title: …',
  ],
  [
    'a key without a value',
    'title:',
    'schema/missing',
    '2:1',
    'title has no value',
    'write one behind title:, in quotes if it starts with #, or take the line out',
  ],
  [
    'a key that is misspelt',
    'titel: a\ntitle: a',
    'schema/unknown-key',
    '2:1',
    '“titel” is not a key that belongs here',
    'did you mean title?',
  ],
  [
    'a number where text belongs',
    'title: 12',
    'schema/type',
    '2:8',
    'title must be text',
    'put it into quotes: "12"',
  ],
  [
    'text where a number belongs',
    'title: a\nnumber: one',
    'schema/type',
    '3:9',
    'number must be a number',
    'write digits, without quotes',
  ],
  [
    'a number that is too small',
    'title: a\nnumber: 0',
    'schema/type',
    '3:9',
    'number must be at least 1',
    'write 1 or more',
  ],
  [
    'a text without a letter',
    'title: ""',
    'schema/type',
    '2:8',
    'title has no text',
    'write one, or take the line out',
  ],
  [
    'a list without an entry',
    'title: a\ntags: []',
    'schema/type',
    '3:7',
    'tags must have at least one entry',
    'write one, or take the line out',
  ],
  [
    'a word that is none of the choices',
    'title: a\nstatus: fillde',
    'schema/type',
    '3:9',
    'status must be one of open, filled',
    'did you mean filled?',
  ],
  [
    'one word where a list belongs',
    'title: a\ntags: b',
    'schema/type',
    '3:7',
    'tags must be a list',
    'write it in brackets: [one, two]',
  ],
  [
    'an item of a list',
    'title: a\ntags: [a, B]',
    'schema/type',
    '3:11',
    'tags is not in small letters',
    undefined,
  ],
  [
    'the member of a union that was meant',
    'title: a\npay: {min: 1, mx: 2, max: 3}',
    'schema/unknown-key',
    '3:15',
    '“mx” is not a key that belongs here',
    'did you mean max?',
  ],
  [
    'a value of no kind that there is',
    'title: a\npay: 180000',
    'schema/type',
    '3:6',
    'pay must be text or a group of keys',
    'put it into quotes: "180000", or write {min: …, max: …}',
  ],
  [
    'what is missing within a group',
    'title: a\npay: {min: 1}',
    'schema/missing',
    '3:1',
    'pay.max is missing',
    'add max: …',
  ],
  [
    'a number in the author’s own spelling',
    'title: 007',
    'schema/type',
    '2:8',
    'title must be text',
    'put it into quotes: "007"',
  ],
  [
    'a list where text or a group belongs',
    'title: a\npay: [1]',
    'schema/type',
    '3:6',
    'pay must be text or a group of keys',
    'write {min: …, max: …}',
  ],
  [
    'what is missing within an entry of a list, without counting from zero',
    'title: a\nplaces: [{country: DE}]',
    'schema/missing',
    '3:10',
    'places.city is missing',
    'add city: …',
  ],
  [
    'an entry of a list without a value',
    'title: a\ntags: [a, null]',
    'schema/missing',
    '3:11',
    'tags has no value',
    'write one, or take the entry out',
  ],
])('finds %s', (_, text, rule, place, message, hint) => {
  const { value, places } = readYaml(text, { line: 2 });
  const section = { line: 1, column: 1, endLine: 1, endColumn: 4 };
  const { error } = schema.safeParse(value);
  const faults = error === undefined ? [] : findSchemaFaults(error, { schema, value, places, section });
  expect(faults).toHaveLength(1);
  const [fault] = faults;
  expect({ ...fault, place: `${fault?.line}:${fault?.column}` }).toMatchObject({
    severity: 'error',
    rule,
    place,
    message,
  });
  expect(fault?.hint).toBe(hint);
});

it('names no number where a list is all there is', () => {
  const list = z.array(z.strictObject({ term: z.string() }));
  const { value, places } = readYamlList('- {for: a}\n- acme\n', { line: 1 });
  const section = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const { error } = list.safeParse(value);
  const faults = error === undefined ? [] : findSchemaFaults(error, { schema: list, value, places, section });
  expect(faults.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '1:3 term is missing',
    '1:4 “for” is not a key that belongs here',
    '2:3 this entry must be a group of keys',
  ]);
});
