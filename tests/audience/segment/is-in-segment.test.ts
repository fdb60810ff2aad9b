import { expect, it } from 'vitest';
import { isInSegment } from '../../../src/audience/segment/is-in-segment.ts';
import { parseSegment } from '../../../src/audience/segment/parse-segment.ts';
import { everybody, importCsv } from '../fresh-store.ts';

async function inSegment(text: string): Promise<string> {
  await importCsv([
    'email,name,tags,consented at,city,years,since,constructor,id',
    'ann@example.com,Ann Lee,"hiring, cork",2026-01-01,SF,9,2020-05-01,,9007199254740993',
    'bob@example.org,Bob,"Hiring, candidate",2026-01-02,sf,10,2021-01-01,yes,9007199254740992',
    'cyd@example.com,Çyd,,2025-06-01,Cork,,,,',
    'una@example.net,Una,hiring,2024-01-01,,-3,,,',
  ]);
  const segment = parseSegment(text);
  return everybody()
    .filter((subscriber) => isInSegment(segment, subscriber))
    .map(({ address }) => address.slice(0, 3))
    .join(' ');
}

it.each([
  ['tag:hiring', 'ann bob una'],
  ['tag:hiring and not tag:candidate', 'ann una'],
  ['tag != hiring', 'cyd'],
  ['field:city = "sf"', 'ann bob'],
  ['field:City = "sf"', 'ann bob'],
  ['field:city != "sf"', 'cyd una'],
  ['field:city', 'ann bob cyd'],
  ['not field:city', 'una'],
  ['field:constructor', 'bob'],
  ['field:toString', ''],
  ['field:years > 9', 'bob'],
  ['field:id = "9007199254740993"', 'ann'],
  ['field:id > 99', 'ann bob'],
  ['field:years > 9.5', 'bob'],
  ['field:years >= 9', 'ann bob'],
  ['field:years < 0', 'una'],
  ['field:since < 2021-01-01', 'ann'],
  ['field:city > "d"', 'ann bob'],
  ['joined > 2026-01-01', 'bob'],
  ['joined >= 2026-01-01', 'ann bob'],
  ['joined = 2025-06-01', 'cyd'],
  ['joined < 2025-01-01 or field:city = cork', 'cyd una'],
  ['address ~ "@EXAMPLE.com"', 'ann cyd'],
  ['name ~ çyd', 'cyd'],
  ['name = "ann lee"', 'ann'],
  ['status = active', 'ann bob cyd una'],
  ['status != active', ''],
  ['source = list.csv', 'ann bob cyd una'],
  ['(tag:cork or tag:candidate) and joined > 2026-01-01', 'bob'],
])('%s is of %s', async (text, expected) => {
  expect(await inSegment(text)).toBe(expected);
});
