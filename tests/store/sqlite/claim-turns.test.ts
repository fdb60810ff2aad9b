import { expect, it } from 'vitest';
import type { ClaimRequest } from '../../../src/delivery/ledger.ts';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import { Pace } from '../../../src/delivery/pace.ts';
import { claim, database, dead, ledger, resume, startTo } from './fresh-ledger.ts';
import { ada, ben, noon } from './samples.ts';

const second = 1_000;

function people(count: number, domain: string): string[] {
  return Array.from({ length: count }, (_, index) => `p${index}@${domain}`);
}

function slowPace(): Pace {
  return new Pace({ perDomain: { 'slow.example': { messages: 5, per: second } } });
}

/** Claims one after the other until nobody may go at this moment; answers their domains. */
async function claimAll(mailing: Mailing, pace: Pace, now: number): Promise<string[]> {
  const domains: string[] = [];
  const request: ClaimRequest = { count: 1, now, turnOf: (domain) => pace.turnOf(domain, now) };
  for (;;) {
    const claim = await ledger.claim(mailing, ada, request);
    if ('halted' in claim) throw new Error(`the mailing is ${claim.halted}`);
    if (claim.length === 0) return domains;
    domains.push(...claim.map(({ recipient: { canonical } }) => canonical.split('@').at(-1) ?? ''));
  }
}

/** Deliveries that were given a turn and wait for it, by domain. */
function waiting(): unknown {
  return database
    .prepare(
      `SELECT count(*) FILTER (WHERE canonical LIKE '%@slow.example') AS slow, count(*) AS everybody
       FROM delivery WHERE turn_at IS NOT NULL`,
    )
    .get();
}

it('scoreboard 63: a domain at five a second does not hold up those who stand behind it', async () => {
  const mailing = startTo(...people(50, 'slow.example'), ...people(50, 'quick.example'));
  const domains = await claimAll(mailing, slowPace(), noon);
  expect(domains.filter((domain) => domain === 'quick.example')).toHaveLength(50);
  expect(domains.filter((domain) => domain === 'slow.example')).toHaveLength(1);
});

it('a thousand people of one domain at five a second are mailed at five a second', async () => {
  const mailing = startTo(...people(1_000, 'slow.example'));
  const pace = slowPace();
  let claimed = 0;
  for (let now = noon; now < noon + 20 * second; now = Math.max(now + 1, ledger.nextDue(mailing) ?? noon)) {
    claimed += (await claimAll(mailing, pace, now)).length;
  }
  expect(claimed).toBeGreaterThanOrEqual(100);
  expect(claimed).toBeLessThanOrEqual(101);
});

it('gives no more than a thousand turns in one transaction: the others must not wait for its end', async () => {
  const mailing = startTo(...people(2_500, 'slow.example'), 'a@quick.example');
  const turnOf = (domain: string): number => (domain === 'slow.example' ? noon + second : noon);
  const claimNext = () => ledger.claim(mailing, ada, { count: 1, now: noon, turnOf });
  expect(await claimNext()).toEqual([]);
  expect(waiting()).toEqual({ slow: 1_000, everybody: 1_000 });
  expect(ledger.nextDue(mailing)).toBe(0);
  expect([await claimNext(), await claimNext()]).toMatchObject([
    [],
    [{ recipient: { address: 'a@quick.example' } }],
  ]);
});

it('forgets the turns when another run goes on: it may have another rate', async () => {
  const mailing = startTo(...people(20, 'slow.example'));
  await claimAll(mailing, slowPace(), noon);
  expect(waiting()).toEqual({ slow: 19, everybody: 19 });
  resume(mailing, ben, { now: noon, isAlive: dead });
  expect(waiting()).toEqual({ slow: 0, everybody: 0 });
  expect(ledger.nextDue(mailing)).toBe(0);
});

it('gives new turns to a domain that asks to slow down, and lets the others keep theirs', async () => {
  const mailing = startTo(
    ...people(20, 'slow.example'),
    ...people(20, 'steady.example'),
    'x@not-slow.example',
  );
  await ledger.claim(mailing, ada, { count: 1, now: noon, turnOf: () => noon + second });
  expect(waiting()).toEqual({ slow: 20, everybody: 41 });
  ledger.forgetTurns(mailing, 'slow.example');
  expect(waiting()).toEqual({ slow: 0, everybody: 21 });
});

it('asks for one turn for each, and not again when it has come', async () => {
  const mailing = startTo('a@slow.example');
  const asked: string[] = [];
  const turnOf = (domain: string): number => {
    asked.push(domain);
    return noon + second;
  };
  expect(await ledger.claim(mailing, ada, { count: 1, now: noon, turnOf })).toEqual([]);
  expect(ledger.nextDue(mailing)).toBe(noon + second);
  expect(await ledger.claim(mailing, ada, { count: 1, now: noon + second - 1, turnOf })).toEqual([]);
  expect(await ledger.claim(mailing, ada, { count: 1, now: noon + second, turnOf })).toHaveLength(1);
  expect(asked).toEqual(['slow.example']);
});

it('lets those whom a domain deferred take turns, too: they would all come back at once', async () => {
  const mailing = startTo(...people(20, 'slow.example'));
  const dueAt = noon + 60 * second;
  for (const claimed of await claim(mailing, { count: 20 })) {
    const later = { state: 'deferred', stage: 'rcpt', code: 421, text: 'slow down', dueAt } as const;
    await ledger.settle(claimed, ada, later, noon);
  }
  const pace = slowPace();
  expect(await claimAll(mailing, pace, dueAt - 1)).toEqual([]);
  expect(await claimAll(mailing, pace, dueAt)).toHaveLength(1);
  expect(await claimAll(mailing, pace, dueAt + second)).toHaveLength(5);
  expect(ledger.counts(mailing)).toMatchObject({ deferred: 14, attempting: 6 });
  ledger.forgetTurns(mailing, 'slow.example');
  expect(waiting()).toEqual({ slow: 0, everybody: 0 });
});
