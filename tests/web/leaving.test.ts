import { describe, expect, it } from 'vitest';
import { makeToken } from '../../src/audience/signed-token.ts';
import { renewTokenSecret } from '../../src/store/sqlite/token-secrets.ts';
import { createDeskBench, type DeskBench } from './desk-bench.ts';

const ann = 'ann@example.com';

const encodings = {
  urlencoded: () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  multipart: () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    return form;
  },
};

function oneClick(bench: DeskBench, path: string, encoding: keyof typeof encodings): Promise<Response> {
  return bench.ask(path, { method: 'POST', body: encodings[encoding]() });
}

describe('a mail provider’s one click', () => {
  it.each(['urlencoded', 'multipart'] as const)(
    'scoreboard 77: as %s suppresses, is answered 200, and gets neither a redirect nor a cookie',
    async (encoding) => {
      const bench = createDeskBench();
      bench.add(ann);
      const answer = await oneClick(bench, bench.unsubscribePath(ann), encoding);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(bench.find(ann)?.status).toBe('unsubscribed');
      expect(bench.database.prepare('SELECT canonical, reason FROM suppression').all()).toEqual([
        { canonical: ann, reason: 'unsubscribed' },
      ]);
    },
  );

  it('scoreboard 78: is the same every further time, and works for whoever left before in another way', async () => {
    const bench = createDeskBench();
    bench.add(ann);
    bench.add('bounced@example.com', { status: 'suppressed' });
    const path = bench.unsubscribePath(ann);
    const first = await (await oneClick(bench, path, 'urlencoded')).text();
    const before = bench.dump();
    bench.pass(1_000);
    expect(await (await oneClick(bench, path, 'multipart')).text()).toBe(first);
    const bounced = await oneClick(bench, bench.unsubscribePath('bounced@example.com'), 'urlencoded');
    expect([bounced.status, await bounced.text()]).toEqual([200, first]);
    expect(bench.dump()).toBe(before);
  });

  it.each(['/', '.', ')'])('works where a mail program took “%s” for a part of the link', async (behind) => {
    const bench = createDeskBench();
    bench.add(ann);
    const path = `${bench.unsubscribePath(ann)}${behind}`;
    expect((await bench.ask(path)).status).toBe(200);
    expect((await oneClick(bench, path, 'urlencoded')).status).toBe(200);
    expect(bench.find(ann)?.status).toBe('unsubscribed');
  });

  it('works for somebody of whom nothing is left', async () => {
    const bench = createDeskBench();
    const { id } = bench.add(ann);
    const path = bench.unsubscribePath(ann);
    bench.database.prepare('DELETE FROM subscriber WHERE id = ?').run(id);
    expect((await bench.ask(path)).status).toBe(200);
    expect((await oneClick(bench, path, 'urlencoded')).status).toBe(200);
    expect(bench.dump()).not.toContain(ann);
  });

  it('is obeyed whatever its body says, or when it has none', async () => {
    const bench = createDeskBench();
    for (const [index, body] of ['', 'nonsense', '{'].entries()) {
      const address = `a${index}@example.com`;
      bench.add(address);
      const headers = { 'Content-Type': 'text/plain' };
      expect(
        (await bench.ask(bench.unsubscribePath(address), { method: 'POST', body, headers })).status,
      ).toBe(200);
      expect(bench.find(address)?.status).toBe('unsubscribed');
    }
  });
});

describe('a link that nobody was sent', () => {
  it('scoreboard 78: is answered as any other wrong one, whatever is wrong with it', async () => {
    const bench = createDeskBench();
    bench.add(ann);
    const path = bench.unsubscribePath(ann);
    const token = path.slice('/unsubscribe/'.length);
    const flipped = Array.from(
      token,
      (sign, at) => `${token.slice(0, at)}${sign === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`,
    );
    const secret = bench.signUps.secrets()[0] ?? new Uint8Array();
    const ofAnotherPurpose = makeToken(secret, 'confirm', 1);
    const ofAnotherList = makeToken(new Uint8Array(32), 'unsubscribe', 1);
    const before = bench.dump();
    const answers = new Set<string>();
    const wrong = [
      ...flipped,
      ofAnotherPurpose,
      ofAnotherList,
      'doctor',
      token.slice(1),
      `${token}A`,
      '..',
      '%00',
    ];
    for (const one of wrong) {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await bench.ask(`/unsubscribe/${one}`, { method });
        if (one !== '..') answers.add(`${answer.status} ${await answer.text()}`);
        expect(answer.status, one).toBeGreaterThanOrEqual(400);
      }
    }
    expect([...answers].map((answer) => answer.slice(0, 3))).toEqual(['404']);
    expect(bench.dump()).toBe(before);
  });

  it('does not confirm either', async () => {
    const bench = createDeskBench();
    bench.add(ann, { status: 'pending' });
    const { status } = await bench.post(bench.unsubscribePath(ann).replace('unsubscribe', 'confirm'));
    expect(status).toBe(404);
    expect(bench.find(ann)?.status).toBe('pending');
  });
});

it('goes on with links that an older key has signed, for ever', async () => {
  const bench = createDeskBench();
  bench.add(ann);
  const old = bench.unsubscribePath(ann);
  const database = bench.database;
  for (let times = 0; times < 12; times += 1) renewTokenSecret(database);
  expect(bench.signUps.secrets()).toHaveLength(13);
  const secret = bench.signUps.secrets()[0] ?? new Uint8Array();
  const renewed = `/unsubscribe/${makeToken(secret, 'unsubscribe', bench.find(ann)?.id ?? 0)}`;
  expect(renewed).not.toBe(old);
  expect((await bench.ask(renewed)).status).toBe(200);
  bench.pass(20 * 365 * 86_400_000);
  expect((await bench.post(old)).status).toBe(200);
  expect(bench.find(ann)?.status).toBe('unsubscribed');
});

describe('the page of a link to leave', () => {
  it('scoreboard 76: is opened a hundred times by programs, asked for its head, and changes nothing', async () => {
    const bench = createDeskBench({ topics: ['hiring'] });
    bench.add(ann);
    await bench.post('/subscribe', { email: 'new@example.com' });
    const [mail] = await bench.takeMails();
    const links = [bench.unsubscribePath(ann), mail?.path ?? '', '/', '/subscribe', '/healthz'];
    const before = bench.dump();
    for (const link of links) {
      for (let times = 0; times < 100; times += 1) await bench.ask(link);
      await bench.ask(link, { method: 'HEAD' });
      await bench.ask(`${link}?List-Unsubscribe=One-Click&choose=yes`);
      await bench.ask(link, { method: 'OPTIONS' });
    }
    expect(bench.dump()).toBe(before);
  });

  it('is nobody’s to keep, to find, to frame or to be told of', async () => {
    const bench = createDeskBench();
    bench.add(ann);
    const { headers } = await bench.ask(bench.unsubscribePath(ann));
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script');
  });

  it('tells whoever was forwarded the mail no whole address', async () => {
    const bench = createDeskBench();
    bench.add(ann, { name: 'Ann Lee' });
    const page = await (await bench.ask(bench.unsubscribePath(ann))).text();
    expect(page).toContain('a…@example.com');
    expect(page).not.toContain(ann);
    expect(page).not.toContain('Ann');
  });

  it('lets people choose among the public topics, and keeps their other tags to itself', async () => {
    const bench = createDeskBench({ topics: ['hiring', 'candidates'] });
    bench.add(ann, { tags: ['hiring', 'vip'] });
    const path = bench.unsubscribePath(ann);
    const page = await (await bench.ask(path)).text();
    expect(page).toContain('value="hiring" checked');
    expect(page).toContain('value="candidates">');
    expect(page).not.toContain('vip');
    const choose = (topics: readonly string[]) =>
      bench.ask(path, {
        method: 'POST',
        body: new URLSearchParams([
          ['choose', 'yes'],
          ...topics.map((topic): [string, string] => ['topics', topic]),
        ]),
      });
    expect((await choose(['candidates', 'boss'])).status).toBe(200);
    expect(bench.find(ann)).toMatchObject({ status: 'active', tags: ['candidates', 'vip'] });
    await choose([]);
    expect(bench.find(ann)).toMatchObject({ status: 'active', tags: ['vip'] });
  });
});
