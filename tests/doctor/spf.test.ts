import { describe, expect, it } from 'vitest';
import { checkSpf } from '../../src/doctor/spf/check-spf.ts';
import { examination, nameServer, type Zone } from './samples.ts';

async function judge(record: string | readonly string[] | undefined, others: Zone = {}) {
  const records = typeof record === 'string' ? [record] : (record ?? 'none');
  const [check, ...more] = await checkSpf(
    examination(),
    nameServer({ ...others, 'TXT penny.example': records }),
  );
  return { ...check, more };
}

const includes = (count: number): string =>
  Array.from({ length: count }, (_, index) => `include:s${index}.example.com`).join(' ');
const plain = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`TXT s${index}.example.com`, ['v=spf1 ip4:192.0.2.1 -all']]),
);

describe('SPF', () => {
  it.each([
    ['an include', 'v=spf1 include:s1.example.com -all', '1 of 10'],
    [
      'everything that costs a lookup',
      'v=spf1 a mx/24 exists:%{i}.example.com a:s1.example.com -all',
      '4 of 10',
    ],
    ['what costs none', 'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::1 ~all', '0 of 10'],
    ['ten lookups', `v=spf1 ${includes(10)} -all`, '10 of 10'],
    ['a redirect', 'v=spf1 redirect=s1.example.com', '1 of 10'],
    ['another case, and an unknown modifier', 'V=SPF1 Include:s1.example.com x-note=hello -ALL', '1 of 10'],
    [
      'a macro in an include, as far as it can be told',
      'v=spf1 include:%{d}.example.com -all',
      'at least 1 of 10',
    ],
  ])('is fine with %s', async (_, record, count) => {
    expect(await judge(record, plain)).toMatchObject({
      state: 'ok',
      detail: `penny.example: ${count} lookups`,
      more: [],
    });
  });

  it.each<[string, string | readonly string[] | undefined, string, RegExp]>([
    ['no record', undefined, 'error', /no record/],
    ['only other records', ['v=spf2.0/pra -all', 'hello'], 'error', /no record/],
    ['two records', ['v=spf1 -all', 'v=spf1 a -all'], 'error', /more than one/],
    ['+all', 'v=spf1 +all', 'error', /\+all/],
    ['all, which is +all', 'v=spf1 mx all', 'error', /\+all/],
    ['?all', 'v=spf1 a ?all', 'warning', /\?all/],
    ['no all', 'v=spf1 a', 'warning', /nothing of other servers/],
    ['ptr', 'v=spf1 ptr -all', 'warning', /ptr/],
    [
      'a term that does not exist',
      'v=spf1 inlcude:s1.example.com -all',
      'error',
      /“inlcude:s1\.example\.com”/,
    ],
    ['an include of nothing', 'v=spf1 include: -all', 'error', /“include:”/],
    ['eleven lookups', `v=spf1 ${includes(11)} -all`, 'error', /more than 10/],
    [
      'an include without a record',
      'v=spf1 include:gone.example.org -all',
      'error',
      /include:gone\.example\.org/,
    ],
  ])('finds %s', async (_, record, state, detail) => {
    const check = await judge(record, plain);
    expect(check).toMatchObject({ name: 'spf', state, detail: expect.stringMatching(detail) });
    expect(check.hint).not.toBe('');
    expect(check.more).toEqual([]);
  });

  it('counts what included records include, and stops there', async () => {
    const nested = { ...plain, 'TXT big.example.org': [`v=spf1 ${includes(9)} ~all`] };
    expect(await judge('v=spf1 include:big.example.org -all', nested)).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('10 of 10'),
    });
    expect(await judge('v=spf1 include:big.example.org mx -all', nested)).toMatchObject({ state: 'error' });
  });

  it('ends where records include each other', async () => {
    const names = nameServer({
      'TXT penny.example': ['v=spf1 include:penny.example include:penny.example -all'],
    });
    const [check] = await checkSpf(examination(), names);
    expect(check).toMatchObject({ state: 'error', detail: expect.stringContaining('more than 10') });
    expect(names.asked.length).toBeLessThanOrEqual(11);
  });

  it('says only that nobody answered when nobody did', async () => {
    const names = nameServer({ 'TXT penny.example': 'failed' });
    expect(await checkSpf(examination(), names)).toMatchObject([{ state: 'warning' }]);
    const beyond = { 'TXT s1.example.com': 'failed' } as const;
    expect(await judge('v=spf1 include:s1.example.com -all', beyond)).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('at least 1'),
    });
  });
});
