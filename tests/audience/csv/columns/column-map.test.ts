import { expect, it } from 'vitest';
import { findMappedColumns, parseColumnMap } from '../../../../src/audience/csv/columns/column-map.ts';

it.each([
  ['Weg seit=unsubscribedAt', { role: 'unsubscribedAt' }],
  ['Weg=unsubscribed', { role: 'unsubscribedAt' }],
  ['Weg=opt-out', { role: 'unsubscribedAt' }],
  ['Weg=abgemeldet', { role: 'unsubscribedAt' }],
  ['Ok=Opt in', { role: 'agreed' }],
  ['Post=E-Mail', { role: 'address' }],
  ['a=b=first name', { role: 'firstName' }],
  ['Stadt=city', { field: 'city' }],
  ['Stand=state', { field: 'state' }],
  ['Tag=fields.tags', { field: 'tags' }],
  ['Tag=fields.', { field: 'fields.' }],
])('understands %s', (text, to) => {
  expect(parseColumnMap(text).to).toEqual(to);
});

it.each([
  ['x=adress', 'did you mean address? A field of that name is fields.adress'],
  ['x=unsubscribdAt', 'did you mean unsubscribedAt?'],
  ['x=unsubcribed', 'did you mean unsubscribedAt?'],
  ['x=bounce', 'did you mean suppressedAt?'],
  ['x=statuus', 'did you mean status?'],
  ['city', 'expected COLUMN=FIELD'],
  [' =city', 'expected COLUMN=FIELD'],
])('refuses %s', (text, reason) => {
  expect(() => parseColumnMap(text)).toThrow(reason);
});

it('refuses to take one column for two things', () => {
  const maps = ['City=city', 'city=town'].map(parseColumnMap);
  expect(() => findMappedColumns(maps, ['email', 'City'])).toThrow('the column “City” is named by two --map');
});
