import { expect, it } from 'vitest';
import { DatabaseError } from '../../src/store/sqlite/database-error.ts';
import type { AudienceDesk } from '../../src/web/audience-desk.ts';
import { createDeskBench, day } from './desk-bench.ts';

it('says whether it is well, and whether its database is', async () => {
  const bench = createDeskBench();
  const well = await bench.ask('/healthz');
  expect([well.status, await well.json()]).toEqual([200, { ok: true }]);
  const ill = await createDeskBench({ desk: failingDesk(new Error('disk I/O error')) }).ask('/healthz');
  expect([ill.status, await ill.json()]).toEqual([503, { ok: false }]);
});

it('logs what was asked and how it was answered, and neither addresses nor tokens nor who asked', async () => {
  const bench = createDeskBench();
  bench.add('ann@example.com');
  await bench.post('/subscribe', { email: 'new@example.com' });
  await bench.ask(`${bench.unsubscribePath('ann@example.com')}?email=ann@example.com`);
  await bench.post('/confirm/nothing');
  await bench.ask('/confirm/nothing/');
  await bench.ask('/issues/ann@example.com/');
  expect(bench.log).toEqual([
    { method: 'POST', route: '/subscribe', status: 200, milliseconds: 0 },
    { method: 'GET', route: '/unsubscribe/:token', status: 200, milliseconds: 0 },
    { method: 'POST', route: '/confirm/:token', status: 404, milliseconds: 0 },
    { method: 'GET', route: '/confirm/:token', status: 404, milliseconds: 0 },
    { method: 'GET', route: '/…', status: 404, milliseconds: 0 },
  ]);
});

it('refuses what is too long, whether or not its length is told', async () => {
  const bench = createDeskBench();
  bench.add('ann@example.com');
  const long = `email=ann@example.com&name=${'x'.repeat(17_000)}`;
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const path of ['/subscribe', bench.unsubscribePath('ann@example.com')]) {
    expect((await bench.ask(path, { method: 'POST', body: long, headers })).status).toBe(413);
    const body = new Blob([long]).stream();
    expect((await bench.ask(path, { method: 'POST', body, headers, duplex: 'half' })).status).toBe(413);
  }
  expect(bench.find('ann@example.com')?.status).toBe('active');
});

it.each([
  ['text/plain', 'email=ann@example.com', 415],
  ['application/x-www-form-urlencoded', Buffer.from([0x65, 0x3d, 0xff]), 400],
  ['multipart/form-data; boundary=x', 'no part at all', 400],
  ['multipart/form-data', '--x', 400],
  ['application/json', '{"__proto__":{"email":"ann@example.com"}}', 400],
])('refuses a form of the type %s that is none', async (type, body, status) => {
  const bench = createDeskBench();
  const answer = await bench.ask('/subscribe', { method: 'POST', body, headers: { 'Content-Type': type } });
  expect(answer.status).toBe(status);
  expect(bench.errors).toEqual([]);
});

it('shows the form to subscribe where asking again mends it, and leads to it from everywhere else', async () => {
  const bench = createDeskBench();
  bench.add('ann@example.com');
  const leave = bench.unsubscribePath('ann@example.com');
  const hasForm = async (answer: Promise<Response>): Promise<boolean> => {
    const page = await (await answer).text();
    const isThere = page.includes('action="https://penny.example/subscribe"');
    expect(page).toContain(`href="${isThere ? '' : 'https://penny.example/'}#subscribe"`);
    return isThere;
  };
  expect(await hasForm(bench.post('/subscribe', { email: 'nobody' }))).toBe(true);
  expect(await hasForm(bench.post('/subscribe', { email: 'new@example.com' }))).toBe(false);
  const [mail] = await bench.takeMails();
  const pages = [
    bench.ask(mail?.path ?? ''),
    bench.post(mail?.path ?? ''),
    bench.ask(leave),
    bench.post(leave, { choose: 'yes' }),
    bench.post(leave),
    bench.ask(leave),
    bench.ask('/unsubscribe/nobody'),
  ];
  for (const page of pages) expect(await hasForm(page)).toBe(false);
  await bench.post('/subscribe', { email: 'late@example.com' });
  const [late] = await bench.takeMails();
  bench.pass(8 * day);
  expect(await hasForm(bench.ask(late?.path ?? ''))).toBe(true);
});

it('tells nobody outside what broke', async () => {
  const broken = createDeskBench({ desk: failingDesk(new TypeError('secret thing is undefined')) });
  const answer = await broken.ask('/unsubscribe/token');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
  expect(String(broken.errors[0])).toContain('secret thing');
});

it.each([
  ['is locked by another program', 5, 503],
  ['is damaged', 11, 500],
])('says to try again only where that helps: a database that %s', async (problem, errcode, status) => {
  const cause = Object.assign(new Error('sqlite'), { errcode });
  const error = new DatabaseError(`the database x ${problem}`, { hint: 'do something', cause });
  const answer = await createDeskBench({ desk: failingDesk(error) }).post('/unsubscribe/token');
  expect(answer.status).toBe(status);
});

/** A desk whose list cannot be read. */
function failingDesk(error: Error): AudienceDesk {
  const fail = (): never => {
    throw error;
  };
  return {
    subscribe: async () => fail(),
    lookAtConfirmation: fail,
    confirm: async () => fail(),
    findLeaver: fail,
    unsubscribe: async () => fail(),
    chooseTopics: async () => fail(),
    probe: fail,
  };
}
