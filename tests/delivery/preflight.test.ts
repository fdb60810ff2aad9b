import { describe, expect, it } from 'vitest';
import { planMailing } from '../../src/delivery/plan-mailing.ts';
import { type PreflightInput, runPreflight } from '../../src/delivery/preflight.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const { edition, stationery } = snapshot;

/** What is not ok, as `name: state`. */
function faults(part: Partial<PreflightInput>, transport: 'smtp' | 'outbox' = 'smtp'): string[] {
  const recipients = [recipient()];
  const input: PreflightInput = {
    edition,
    stationery,
    plan: planMailing({
      edition: part.edition ?? edition,
      stationery,
      mailer: { transport, description: '' },
      recipients,
      excluded: [],
    }),
    ...part,
  };
  return runPreflight(input)
    .filter(({ state }) => state !== 'ok')
    .map(({ name, state }) => `${name}: ${state}`);
}

const nobody = planMailing({
  edition,
  stationery,
  mailer: { transport: 'smtp', description: '' },
  recipients: [],
  excluded: [],
});
const postal = { postalAddress: '1 Market St' };
const byMail = { stationery: { ...stationery, unsubscribe: 'mail' } as const };
const insecure = { stationery: { ...stationery, url: 'http://penny.example' } };

describe('before the first message', () => {
  it('has nothing to say when all is well', () => {
    expect(faults(postal)).toEqual([]);
  });

  it.each<[string, Partial<PreflightInput>, string[]]>([
    ['a site without https', insecure, ['site: error']],
    ['people who leave by mail only', byMail, ['unsubscribe: warning']],
    [
      'people who leave by mail only, and no https',
      { stationery: { ...byMail.stationery, url: 'http://penny.example' } },
      ['site: warning', 'unsubscribe: warning'],
    ],
    ['nobody to send to', { plan: nobody }, ['audience: error']],
    ['a part without a way to leave', { edition: { ...edition, text: ['hello'] } }, ['unsubscribe: error']],
    ['a subject without end', { edition: { ...edition, subject: ['x'.repeat(251)] } }, ['subject: error']],
    [
      'a subject of 1,500 characters (scoreboard 71)',
      { edition: { ...edition, subject: ['x'.repeat(1_500)] } },
      ['subject: error'],
    ],
    [
      'more HTML than Gmail shows',
      { edition: { ...edition, html: [...edition.html, 'x'.repeat(100_001)] } },
      ['size: error'],
    ],
    [
      'a tag that nobody fills',
      { edition: { ...edition, text: [{ tag: 'name' }, { tag: 'unsubscribeUrl' }] } },
      ['merge tags: error'],
    ],
    [
      'pictures that the site must have first',
      { edition: { ...edition, html: [...edition.html, '<img src="https://penny.example/images/1.png">'] } },
      ['pictures: warning'],
    ],
    [
      'a key that cannot sign',
      { signing: [{ name: 'signing', state: 'error', detail: '', hint: '' }] },
      ['signing: error'],
    ],
  ])('finds %s', (_, part, expected) => {
    expect(faults({ ...postal, ...part })).toEqual(expected);
  });

  it('counts what a recipient’s own words add to the size', () => {
    const html = [...edition.html, 'x'.repeat(99_000), { tag: 'fields.about', fallback: '' }];
    const talkative = recipient({ fields: { about: 'y'.repeat(1000) } });
    const plan = planMailing({
      edition: { ...edition, html },
      stationery,
      mailer: { transport: 'smtp', description: '' },
      recipients: [talkative],
      excluded: [],
    });
    expect(faults({ ...postal, edition: { ...edition, html } })).toEqual([]);
    expect(faults({ ...postal, edition: { ...edition, html }, plan })).toEqual(['size: error']);
  });

  it('wants a postal address from whoever sends for real, and lets the outbox off with a warning', () => {
    expect(faults({})).toEqual(['postal address: error']);
    expect(faults({}, 'outbox')).toEqual(['postal address: warning']);
  });

  it('lets the outbox off with a site that is not https', () => {
    expect(faults({ ...postal, ...insecure }, 'outbox')).toEqual(['site: warning']);
  });
});
