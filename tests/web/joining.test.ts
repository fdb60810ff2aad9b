import { describe, expect, it } from 'vitest';
import { erasureHash } from '../../src/store/sqlite/erasure-hash.ts';
import { createSubscriberRecords } from '../../src/store/sqlite/subscriber-records.ts';
import { TokenBuckets } from '../../src/web/token-bucket.ts';
import { createDeskBench, type DeskBench, day } from './desk-bench.ts';

const ann = 'ann@example.com';
const hour = day / 24;

/** Asks, and opens and sends the form of the mail. */
async function join(bench: DeskBench, address = ann, fields = {}): Promise<void> {
  await bench.post('/subscribe', { email: address, ...fields });
  for (const { path } of await bench.takeMails()) await bench.post(path);
}

/** All that somebody outside sees of an answer. */
async function outside(answer: Response): Promise<object> {
  return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
}

describe('whoever asks for the newsletter', () => {
  it('is pending until they confirm, and active then, with a proof of both moments', async () => {
    const bench = createDeskBench();
    expect((await bench.post('/subscribe', { email: ` ${ann} `, name: 'Ann Lee' })).status).toBe(200);
    expect(bench.find(ann)).toMatchObject({
      status: 'pending',
      consent: {
        source: 'form',
        at: '2026-11-23T12:00:00.000Z',
        proof: expect.stringContaining('not confirmed'),
      },
    });
    const [mail, ...others] = await bench.takeMails();
    expect(others).toEqual([]);
    expect(mail?.address).toBe(ann);
    bench.pass(60_000);
    await bench.post(mail?.path ?? '');
    expect(bench.find(ann)).toMatchObject({ status: 'active', name: 'Ann Lee' });
    expect(bench.find(ann)?.consent).toEqual({
      source: 'form',
      at: '2026-11-23T12:01:00.000Z',
      proof: expect.stringMatching(
        /^asked at 2026-11-23T12:00:00.000Z with wording [0-9a-f]{12}, confirmed by mail$/,
      ),
      wording: 'you get a mail first',
    });
    expect(bench.database.prepare('SELECT text FROM wording').all()).toEqual([
      { text: 'you get a mail first' },
    ]);
  });

  it('may send JSON, and is answered in it', async () => {
    const bench = createDeskBench();
    const send = (body: string) =>
      bench.ask('/subscribe', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    const answer = await send(JSON.stringify({ address: ann, topics: ['hiring'] }));
    expect([answer.status, await answer.json()]).toEqual([200, { state: 'asked' }]);
    expect(bench.find(ann)?.status).toBe('pending');
    const refused = await send('{"email":"nobody"}');
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'this is not an e-mail address' }]);
    expect((await send('[')).status).toBe(400);
    expect((await send('{"email":7}')).status).toBe(400);
  });

  it('chooses among the public topics, and no other tag', async () => {
    const bench = createDeskBench({ topics: ['hiring', 'candidates'] });
    await bench.ask('/subscribe', {
      method: 'POST',
      body: new URLSearchParams([
        ['email', ann],
        ['topics', 'hiring'],
        ['topics', 'vip'],
      ]),
    });
    for (const { path } of await bench.takeMails()) await bench.post(path);
    expect(bench.find(ann)?.tags).toEqual(['hiring']);
  });

  it('keeps what was chosen when they ask again before they confirm', async () => {
    const bench = createDeskBench({ topics: ['hiring', 'candidates', 'essays'] });
    const ask = (topic: string): Promise<Response> => bench.post('/subscribe', { email: ann, topics: topic });
    await ask('hiring');
    await ask('candidates');
    const [mail, ...others] = await bench.takeMails();
    expect(others).toEqual([]);
    await bench.post(mail?.path ?? '');
    await ask('essays');
    expect(bench.find(ann)?.tags).toEqual(['candidates', 'hiring']);
  });

  it('finds the link with what a mail program took for a part of it', async () => {
    const bench = createDeskBench();
    await bench.post('/subscribe', { email: ann });
    const [mail] = await bench.takeMails();
    for (const behind of ['/', '.', '%3E', '%20'])
      expect((await bench.ask(`${mail?.path}${behind}`)).status).toBe(200);
    expect((await bench.ask(`${mail?.path}x`)).status).toBe(404);
    expect((await bench.ask(`${mail?.path}/x`)).status).toBe(404);
    expect((await bench.post(`${mail?.path}/`)).status).toBe(200);
    expect(bench.find(ann)?.status).toBe('active');
  });

  it('is forgotten after seven days without a confirmation, and the link is too old', async () => {
    const bench = createDeskBench();
    await bench.post('/subscribe', { email: ann });
    const [mail] = await bench.takeMails();
    bench.pass(7 * day);
    expect(await bench.signUps.forgetLate(Date.parse('2026-11-30T12:00:00Z'))).toBe(0);
    bench.pass(1);
    expect((await bench.ask(mail?.path ?? '')).status).toBe(410);
    expect((await bench.post(mail?.path ?? '')).status).toBe(410);
    expect(await bench.signUps.forgetLate(Date.parse('2026-11-30T12:00:01Z'))).toBe(1);
    expect(bench.dump()).not.toContain(ann);
    expect((await bench.post(mail?.path ?? '')).status).toBe(410);
  });

  it('confirms once: the link says so afterwards, and brings nobody back who left since', async () => {
    const bench = createDeskBench();
    await bench.post('/subscribe', { email: ann });
    const [mail] = await bench.takeMails();
    const first = await outside(await bench.post(mail?.path ?? ''));
    expect(await outside(await bench.post(mail?.path ?? ''))).toEqual(first);
    await bench.post(bench.unsubscribePath(ann));
    // Not that they were on the list: they are not, and come back by asking anew.
    expect((await bench.post(mail?.path ?? '')).status).toBe(410);
    expect(bench.find(ann)?.status).toBe('unsubscribed');
  });

  it('comes back in the hour in which they left, by asking again and confirming', async () => {
    const bench = createDeskBench();
    await join(bench);
    bench.pass(hour);
    await bench.post(bench.unsubscribePath(ann));
    expect(bench.find(ann)?.status).toBe('unsubscribed');
    bench.pass(1);
    await join(bench);
    expect(bench.find(ann)?.status).toBe('active');
    expect(bench.database.prepare('SELECT * FROM suppression').all()).toEqual([]);
    expect(bench.database.prepare('SELECT count(*) AS n FROM consent').get()).toEqual({ n: 3 });
  });

  it.each([
    'no such address: 550 5.1.1 user unknown',
    'refused twice: 550 no',
    'out of reach: 452 4.2.2 mailbox full',
  ])('comes back by confirming after mail came back: %s', async (reason) => {
    const bench = createDeskBench();
    bench.add(ann);
    bench.database.prepare('INSERT INTO suppression VALUES (?, ?, 0)').run(ann, reason);
    expect(bench.find(ann)?.status).toBe('suppressed');
    await bench.post('/subscribe', { email: ann });
    const [mail] = await bench.takeMails();
    expect(bench.find(ann)?.status).toBe('suppressed');
    await bench.post(mail?.path ?? '');
    expect(bench.find(ann)?.status).toBe('active');
    expect(
      bench.database.prepare(`SELECT text FROM subscriber_event WHERE kind = 'confirmed'`).get(),
    ).toEqual({ text: `by the link in a mail; was suppressed (${reason})` });
  });

  it('does not come back by a link that was mailed before they complained', async () => {
    const bench = createDeskBench();
    await bench.post('/subscribe', { email: ann });
    const [mail] = await bench.takeMails();
    bench.database.prepare(`INSERT INTO suppression VALUES (?, 'complaint: abuse', 0)`).run(ann);
    expect((await bench.post(mail?.path ?? '')).status).toBe(410);
    expect(bench.find(ann)?.status).toBe('suppressed');
  });

  it('comes back after a complaint once they were forgotten at their wish, as the hint of subscribers add says', async () => {
    const bench = createDeskBench();
    bench.add(ann);
    bench.database.prepare(`INSERT INTO suppression VALUES (?, 'complaint: abuse', 0)`).run(ann);
    await join(bench);
    expect(bench.find(ann)?.status).toBe('suppressed');
    const { canonical } = bench.find(ann) ?? {};
    if (canonical === undefined) throw new Error('nobody was added');
    const records = createSubscriberRecords(bench.database);
    bench.database.exec('BEGIN');
    records.erase(canonical, 0);
    bench.database.exec('COMMIT');
    await join(bench);
    expect(bench.find(ann)?.status).toBe('active');
  });

  it('comes back after being erased, as somebody new', async () => {
    const bench = createDeskBench();
    const secret = bench.signUps.secrets()[0] ?? new Uint8Array();
    bench.database.prepare('INSERT INTO erasure VALUES (?, 0)').run(erasureHash(secret)(ann));
    await join(bench);
    expect(bench.find(ann)?.status).toBe('active');
    expect(bench.database.prepare('SELECT * FROM erasure').all()).toEqual([]);
  });
});

describe('a stranger who types somebody else’s address', () => {
  it('scoreboard 79: gets the same answer, to the byte, for new, known, pending, left, suppressed and erased ones', async () => {
    const bench = createDeskBench();
    bench.add('known@example.com');
    bench.add('pending@example.com', { status: 'pending' });
    bench.add('left@example.com', { status: 'unsubscribed' });
    bench.add('barred@example.com', { status: 'suppressed' });
    const suppress = bench.database.prepare('INSERT INTO suppression VALUES (?, ?, 0)');
    suppress.run('bounced@example.com', 'no such address: 550 5.1.1');
    suppress.run('complained@example.com', 'complaint: abuse');
    const addresses = ['new', 'known', 'pending', 'left', 'bounced', 'barred', 'complained'].map(
      (one) => `${one}@example.com`,
    );
    const answers = [];
    for (const email of addresses) answers.push(await outside(await bench.post('/subscribe', { email })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // As many rows are written for each, whether or not a mail is due.
    expect(bench.database.prepare('SELECT count(*) AS n FROM sign_up').get()).toEqual({
      n: addresses.length,
    });
    expect((await bench.takeMails()).map(({ address }) => address)).toEqual([
      'new@example.com',
      'known@example.com',
      'pending@example.com',
      'left@example.com',
      'bounced@example.com',
    ]);
  });

  it('changes nothing about somebody who is known: neither name nor topics nor status', async () => {
    const bench = createDeskBench({ topics: ['hiring'] });
    bench.add(ann, { name: 'Ann', tags: ['vip'] });
    const before = bench.find(ann);
    await bench.post('/subscribe', { email: 'ANN@example.com', name: 'Mallory', topics: 'hiring' });
    expect(bench.find(ann)).toEqual(before);
  });

  it('has one mail sent a day, however often they ask', async () => {
    const bench = createDeskBench();
    for (let times = 0; times < 100; times += 1) await bench.post('/subscribe', { email: ann });
    expect(await bench.takeMails()).toHaveLength(1);
    bench.pass(day - 1);
    await bench.post('/subscribe', { email: ann });
    expect(await bench.takeMails()).toEqual([]);
    bench.pass(1);
    await bench.post('/subscribe', { email: ann });
    expect(await bench.takeMails()).toHaveLength(1);
  });

  it('has one mail sent a day to somebody who has confirmed, left, and confirmed again', async () => {
    const bench = createDeskBench();
    await join(bench);
    await bench.post(bench.unsubscribePath(ann));
    const asked = [];
    for (let hours = 0; hours < 23; hours += 1) {
      bench.pass(hour);
      await bench.post('/subscribe', { email: ann });
      asked.push((await bench.takeMails()).length);
    }
    expect(asked).toEqual([1, ...Array.from({ length: 22 }, () => 0)]);
  });

  it('has three mails sent a day where some program uses every link that is mailed', async () => {
    const bench = createDeskBench();
    let mails = 0;
    for (let minutes = 0; minutes < 60; minutes += 1) {
      bench.pass(60_000);
      await bench.post('/subscribe', { email: ann });
      for (const { path } of await bench.takeMails()) {
        mails += 1;
        await bench.post(path);
      }
    }
    expect(mails).toBe(3);
  });

  it('learns from no answer’s time whether the address was asked for before: the disk is waited for each time', async () => {
    const bench = createDeskBench();
    const changes = (): unknown => bench.database.prepare('SELECT total_changes() AS n').get();
    await bench.post('/subscribe', { email: ann });
    const before = changes();
    await bench.post('/subscribe', { email: ann });
    expect(changes()).not.toEqual(before);
  });

  it('is stopped after a few addresses from one place, and others are not', async () => {
    const perSource = new TokenBuckets({ burst: 3, every: 60_000 });
    const bench = createDeskBench({
      limits: { perSource, overall: new TokenBuckets({ burst: 50, every: 1 }) },
    });
    const ask = async (number: number, from: string): Promise<number> =>
      (await bench.post('/subscribe', { email: `a${number}@example.com` }, from)).status;
    const statuses = [];
    // Of one IPv6 network there are many addresses and one owner.
    for (let number = 0; number < 4; number += 1) statuses.push(await ask(number, `2001:db8:1:2::${number}`));
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await ask(5, '2001:db8:1:3::1')).toBe(200);
    expect(await ask(6, '198.51.100.7')).toBe(200);
    bench.pass(60_000);
    expect(await ask(7, '2001:db8:1:2::9')).toBe(200);
    const refused = await bench.post('/subscribe', { email: ann }, '2001:db8:1:2::9');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it.each([
    { trustProxy: true, expected: [200, 200, 200] },
    { trustProxy: false, expected: [200, 429, 429] },
  ])(
    'cannot hide behind a header, unless a proxy writes it: $trustProxy',
    async ({ trustProxy, expected }) => {
      const perSource = new TokenBuckets({ burst: 1, every: 60_000 });
      const overall = new TokenBuckets({ burst: 50, every: 1 });
      const bench = createDeskBench({ trustProxy, limits: { perSource, overall } });
      const statuses = [];
      for (const number of [1, 2, 3]) {
        const { status } = await bench.ask('/subscribe', {
          method: 'POST',
          body: new URLSearchParams({ email: `a${number}@example.com` }),
          headers: { 'X-Forwarded-For': `203.0.113.9, 198.51.100.${number}` },
        });
        statuses.push(status);
      }
      expect(statuses).toEqual(expected);
    },
  );

  it.each([
    ['an address with a port', '198.51.100.', ':4711'],
    ['one of IPv6 with a port', '[2001:db8:1:', '::1]:4711'],
    ['one of IPv6', '2001:db8:1:', '::1'],
  ])('is known behind a proxy that writes %s', async (_, before, after) => {
    const perSource = new TokenBuckets({ burst: 1, every: 60_000 });
    const overall = new TokenBuckets({ burst: 50, every: 1 });
    const bench = createDeskBench({ trustProxy: true, limits: { perSource, overall } });
    const askAs = async (source: string, email: string): Promise<number> => {
      const body = new URLSearchParams({ email });
      const headers = { 'X-Forwarded-For': source };
      return (await bench.ask('/subscribe', { method: 'POST', body, headers })).status;
    };
    expect(await askAs(`${before}1${after}`, 'a1@example.com')).toBe(200);
    expect(await askAs(`${before}2${after}`, 'a2@example.com')).toBe(200);
    expect(await askAs(`${before}2${after}`, 'a3@example.com')).toBe(429);
  });

  it('that is a program, and fills in what nobody sees, is heard and not obeyed', async () => {
    const bench = createDeskBench();
    const heard = await outside(
      await bench.post('/subscribe', { email: ann, message: 'https://spam.example' }),
    );
    expect(bench.find(ann)).toBeUndefined();
    expect(heard).toEqual(await outside(await bench.post('/subscribe', { email: 'new@example.com' })));
  });
});

it.each([
  ['no address', { email: '' }],
  ['two addresses', { email: 'a@example.com, b@example.com' }],
  ['a header of its own', { email: 'a@example.com\r\nBcc: b@example.com' }],
])('refuses %s', async (_, fields) => {
  const bench = createDeskBench();
  expect((await bench.post('/subscribe', fields)).status).toBe(400);
  expect(bench.dump()).not.toContain('example.com');
});

it('keeps of a name what one line can hold', async () => {
  const bench = createDeskBench();
  await bench.post('/subscribe', { email: ann, name: `Ann\r\nBcc: b@example.com\u202e${'x'.repeat(9_000)}` });
  for (const { path } of await bench.takeMails()) await bench.post(path);
  const name = bench.find(ann)?.name ?? '';
  expect(name.startsWith('Ann Bcc: b@example.com xxx')).toBe(true);
  expect(name.length).toBeLessThanOrEqual(200);
});
