import { describe, expect, it } from 'vitest';
import { checkDmarc } from '../../src/doctor/check-dmarc.ts';
import type { NoAnswer } from '../../src/doctor/name-server.ts';
import { makeSigningKey } from '../delivery/signing/keys.ts';
import { examination, nameServer, type Zone } from './samples.ts';

const signingKey = makeSigningKey();
const below = makeSigningKey({ domain: 'mail.penny.example' });
const elsewhere = makeSigningKey({ domain: 'example.org' });

async function judge(zone: Zone, part: Parameters<typeof examination>[0] = {}) {
  const [policy, alignment] = await checkDmarc(examination({ signingKey, ...part }), nameServer(zone));
  return { policy, alignment };
}

const at = (records: readonly string[] | NoAnswer): Zone => ({ 'TXT _dmarc.penny.example': records });

describe('the DMARC policy', () => {
  it.each(['none', 'quarantine', 'reject', 'REJECT'])('may be %s', async (p) => {
    const { policy } = await judge(at([`v=DMARC1; p=${p}`]));
    expect(policy).toMatchObject({ state: 'ok', detail: `_dmarc.penny.example: p=${p.toLowerCase()}` });
  });

  it('may stand at the domain above', async () => {
    const sender = { address: 'hello@news.penny.example', replyTo: 'hello@penny.example' };
    const { policy } = await judge(at(['v=DMARC1;p=reject']), { sender });
    expect(policy).toMatchObject({ state: 'ok', detail: '_dmarc.penny.example: p=reject' });
  });

  it.each<[string, readonly string[] | NoAnswer, 'error' | 'warning', RegExp]>([
    ['missing', 'none', 'error', /no policy/],
    ['something else', ['hello'], 'error', /no policy/],
    ['misspelt', ['v=dmarc1; p=none'], 'error', /no policy/],
    ['there twice', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'error', /more than one/],
    ['without p=', ['v=DMARC1; rua=mailto:dmarc@penny.example'], 'error', /no p=/],
    ['of a word that means nothing', ['v=DMARC1; p=monitor'], 'error', /p=monitor/],
    ['not to be found out', 'failed', 'warning', /could not be looked up/],
  ])('is %s', async (_, records, state, detail) => {
    const { policy } = await judge(at(records));
    expect(policy).toMatchObject({ name: 'dmarc', state, detail: expect.stringMatching(detail) });
    expect(policy?.hint).not.toBe('');
  });

  it('is to be published as the hint has it', async () => {
    const { policy } = await judge({});
    expect(policy?.hint).toBe(
      'publish TXT at _dmarc.penny.example: v=DMARC1; p=none; rua=mailto:dmarc@penny.example',
    );
  });
});

describe('alignment', () => {
  it('is told of signature, envelope and sender', async () => {
    const { alignment } = await judge(at(['v=DMARC1; p=reject; adkim=s']));
    expect(alignment).toMatchObject({ name: 'alignment', state: 'ok' });
  });

  it('lets a domain below sign, unless the policy wants the very same', async () => {
    expect((await judge(at(['v=DMARC1; p=reject']), { signingKey: below })).alignment?.state).toBe('ok');
    const { alignment } = await judge(at(['v=DMARC1; p=reject; adkim=s']), { signingKey: below });
    expect(alignment).toMatchObject({ state: 'error', detail: expect.stringContaining('adkim=s') });
  });

  it('finds a signature for somebody else', async () => {
    const { alignment } = await judge(at(['v=DMARC1; p=none']), { signingKey: elsewhere });
    expect(alignment).toMatchObject({
      state: 'error',
      detail: 'the signature is for example.org, and the mail from penny.example',
      hint: expect.stringContaining('set dkim.domain to penny.example'),
    });
  });

  it('cannot be told where penny does not sign', async () => {
    const { signingKey: _, ...unsigned } = examination();
    const [, alignment] = await checkDmarc(unsigned, nameServer(at(['v=DMARC1; p=none'])));
    expect(alignment).toMatchObject({ state: 'note' });
  });
});
