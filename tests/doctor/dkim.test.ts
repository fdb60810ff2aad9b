import { describe, expect, it } from 'vitest';
import { checkDkim } from '../../src/doctor/check-dkim.ts';
import { checkSigningKey } from '../../src/doctor/check-signing-key.ts';
import { makeSigningKey, publicRecord } from '../delivery/signing/keys.ts';
import { examination, nameServer } from './samples.ts';

const signingKey = makeSigningKey();
const record = publicRecord(signingKey);
const other = publicRecord(makeSigningKey());
const place = 'penny._domainkey.penny.example';

describe('the key in DNS', () => {
  it.each([
    ['as the hint would have it', [record]],
    ['without v= and k=', [record.replace('v=DKIM1; k=rsa; ', '')]],
    ['with spaces in it', [record.replace(/(.{100})/g, '$1 ')]],
    ['for mail and sha256', [`${record}; s=email; h=sha1:sha256; t=s`]],
    ['beside a record of something else', ['hello', record]],
  ])('is ours, %s', async (_, records) => {
    const names = nameServer({ [`TXT ${place}`]: records });
    expect(await checkDkim(examination({ signingKey }), names)).toEqual([
      { name: 'dkim', state: 'ok', detail: `our key is published at ${place}`, hint: '' },
    ]);
  });

  it.each<[string, readonly string[] | 'none', RegExp]>([
    ['missing', 'none', /^there is no key/],
    ['another one', [other], /^another key/],
    ['Ed25519', [record.replace('k=rsa', 'k=ed25519')], /^another key/],
    ['one of two', [record, other], /^there are 2 keys/],
    ['revoked', ['v=DKIM1; k=rsa; p='], /revoked/],
    ['of another version', [record.replace('DKIM1', 'DKIM2')], /v=DKIM1/],
    ['not for sha256', [`${record}; h=sha1`], /h=/],
    ['not for mail', [`${record}; s=other`], /s=/],
  ])('is %s, and the hint is the record to publish', async (_, records, detail) => {
    const names = nameServer({ [`TXT ${place}`]: records });
    const [check] = await checkDkim(examination({ signingKey }), names);
    expect(check).toMatchObject({ name: 'dkim', state: 'error', detail: expect.stringMatching(detail) });
    expect(check?.hint).toContain(`publish TXT at ${place}: ${record}`);
  });

  it('is only tried out', async () => {
    const names = nameServer({ [`TXT ${place}`]: [`${record}; t=y:s`] });
    expect(await checkDkim(examination({ signingKey }), names)).toMatchObject([{ state: 'warning' }]);
  });

  it('cannot be told when nobody answers', async () => {
    const names = nameServer({ [`TXT ${place}`]: 'failed' });
    expect(await checkDkim(examination({ signingKey }), names)).toMatchObject([{ state: 'warning' }]);
  });

  it('is not ours to look for when penny does not sign', async () => {
    const names = nameServer({});
    expect(await checkDkim(examination(), names)).toMatchObject([{ state: 'note' }]);
    expect(names.asked).toEqual([]);
  });
});

describe('the key to sign with', () => {
  it('is fine, small, or of no use', () => {
    expect(checkSigningKey(examination({ signingKey }))).toMatchObject([
      { state: 'ok', detail: 'RSA, 2048 bits' },
    ]);
    expect(checkSigningKey(examination({ signingKey: makeSigningKey({ bits: 1024 }) }))).toMatchObject([
      { state: 'warning' },
    ]);
    const problem = { problem: 'dkim.keyFile dkim.pem is not there', hint: 'make it' };
    expect(checkSigningKey(examination({ signingKey: problem }))).toMatchObject([
      { state: 'error', detail: problem.problem, hint: 'make it' },
    ]);
    expect(checkSigningKey(examination())).toEqual([]);
  });
});
