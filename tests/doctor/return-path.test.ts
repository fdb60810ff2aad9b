import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../src/doctor/check-endpoint.ts';
import { checkReturnPath } from '../../src/doctor/check-return-path.ts';
import { examination, goodZone, nameServer, type Zone } from './samples.ts';

const check = async (bounceDomain: string, zone: Zone = goodZone): Promise<string> => {
  const [told] = await checkReturnPath(examination({ bounceDomain }), nameServer(zone));
  if (told === undefined) throw new Error('nothing was told');
  expect(told.hint === '').toBe(told.state === 'ok');
  return `${told.state}: ${told.detail}`;
};

describe('the return path', () => {
  it('is fine below the sender’s domain, with a server that takes its mail', async () => {
    expect(await check('bounces.penny.example')).toBe('ok: they come to bounces.penny.example');
  });

  it.each<[string, string, Zone, RegExp]>([
    ['no mail server', 'bounces.penny.example', {}, /^error: .*every bounce is lost/],
    ['a null MX', 'bounces.penny.example', { 'MX bounces.penny.example': [''] }, /^error/],
    ['no answer', 'bounces.penny.example', { 'MX bounces.penny.example': 'failed' }, /^warning: .*looked up/],
    [
      'no SPF record',
      'bounces.penny.example',
      { 'MX bounces.penny.example': ['mx.example.com'] },
      /^warning: .*no SPF/,
    ],
    ['another domain', 'bounces.example.org', goodZone, /^warning: .*SPF cannot speak/],
  ])('is told with %s', async (_, domain, zone, expected) => {
    expect(await check(domain, zone)).toMatch(expected);
  });

  it('may be the sender’s own address, and doctor says what that costs', async () => {
    const { bounceDomain: _, ...without } = examination();
    const [told] = await checkReturnPath(without, nameServer(goodZone));
    expect(told).toMatchObject({ name: 'bounces', state: 'note' });
  });
});

describe('leaving by mail only', () => {
  it('is told with what providers ask for, and asks nothing of the site', () => {
    const endpoint = { failure: 'ENOTFOUND', detail: 'no such name' };
    const [told, ...others] = checkEndpoint(examination({ unsubscribe: 'mail', endpoint }));
    expect(others).toEqual([]);
    expect(told).toMatchObject({ name: 'unsubscribe', state: 'warning' });
    expect(told?.detail).toMatch(/hello@penny\.example only.*one-click https/);
  });
});
