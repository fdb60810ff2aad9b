import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeToken } from '../../src/audience/signed-token.ts';
import { createDesk } from '../../src/cli/serving/create-desk.ts';
import { openJournal } from '../../src/store/sqlite/outcome-journal.ts';
import { createSignUpStore } from '../../src/store/sqlite/sqlite-sign-ups.ts';
import { callPenny } from '../cli/call-penny.ts';
import { arf, createHouse, dsn, letter, noon } from '../inbox/samples.ts';
import { accepted, ada } from '../store/sqlite/samples.ts';
import { createWorkspace } from './workspace.ts';

const jane = 'Jane.Quimby@example.net';
const cora = 'cora@example.net';
const lisa = 'lisa@example.org';
const hour = 3_600_000;

/** A workspace in which Jane joined, was mailed, bounced and complained, Cora is gone, and Lisa left. */
async function createPast() {
  const workspace = createWorkspace();
  onTestFinished(() => workspace[Symbol.dispose]());
  mkdirSync(join(workspace.folder, '.penny'));
  const path = join(workspace.folder, '.penny/penny.db');
  using house = createHouse(path);
  const signUps = createSignUpStore(house.database, async () => {});
  const [secret = new Uint8Array()] = signUps.secrets();
  let now = noon - 9 * hour;
  const desk = createDesk({
    signUps,
    topics: ['hiring', 'candidates'],
    wording: 'one mail a month, and an end at any time',
    now: () => now,
    onAsked: () => {},
  });
  for (const [index, address] of [jane, cora, lisa].entries()) {
    await desk.subscribe({ address, name: `Reader ${address}`, topics: ['hiring'] });
    now += hour;
    await desk.confirm(makeToken(secret, 'confirm', index + 1));
    now += hour;
  }
  await desk.chooseTopics(makeToken(secret, 'unsubscribe', 1), ['candidates']);

  const canonical = jane.toLowerCase();
  const others = Array.from({ length: 40 }, (_, index) => `reader${index}@example.com`);
  const mailing = await house.send(1, [canonical, cora, lisa, ...others]);
  const report = (address: string, status: string, words: string): string =>
    dsn({
      to: house.returnPathOf(mailing, address),
      finalRecipient: address,
      status,
      diagnostic: `smtp; ${words}`,
    });
  house.take([
    report(canonical, '4.2.2', '452 4.2.2 the mailbox of Quimby is full'),
    report(cora, '5.1.1', '550 5.1.1 no such user here'),
  ]);
  house.take([arf('abuse', [`Message-ID: ${house.messageIdOf(mailing, canonical)}`])], {
    now: noon + 25 * hour,
  });
  now = noon + 30 * hour;
  await desk.unsubscribe(makeToken(secret, 'unsubscribe', 3), 'one click');
  house.take([letter([`From: ${others[0]}`, 'To: hello@penny.example', 'Subject: unsubscribe'])]);
  return { folder: workspace.folder, path, mailing };
}

async function historyOf(folder: string, address: string): Promise<readonly string[]> {
  const { output } = await callPenny(['subscribers', 'show', address, '--json'], { folder });
  const { history }: { history: { kind: string; text: string }[] } = JSON.parse(output);
  return history.map(({ kind, text }) => `${kind}: ${text}`);
}

it('of everybody is told in full: how they joined, what they were sent, what came back, how they left', async () => {
  const { folder } = await createPast();
  expect(await historyOf(folder, jane)).toEqual([
    expect.stringMatching(/^asked: form; was shown “one mail a month, .*not confirmed$/),
    expect.stringMatching(/^consent: form; agreed to “one mail a month, .*confirmed by mail$/),
    'confirmed: by the link in a mail; was pending',
    'tagged: hiring (by themselves)',
    'untagged: hiring (by themselves)',
    'tagged: candidates (by themselves)',
    expect.stringMatching(/^mailing: issue 1 /),
    'bounced: issue 1, soft: 452 4.2.2 the mailbox of Quimby is full',
    'complaint: issue 1: abuse',
    'suppressed: complaint: abuse',
  ]);
  expect((await historyOf(folder, cora)).slice(-2)).toEqual([
    'bounced: issue 1, hard: 550 5.1.1 no such user here',
    'suppressed: no such address: 550 5.1.1 no such user here',
  ]);
  expect((await historyOf(folder, lisa)).at(-1)).toBe('unsubscribed: by the button of a mail program');
  expect((await historyOf(folder, 'reader0@example.com')).at(-1)).toBe('unsubscribed: by a mail to us');
});

it('is in no file of the workspace once they are erased, but for those that are named', async () => {
  const { folder, path } = await createPast();
  writeFileSync(join(folder, 'last-year.csv'), `email,name\n${jane},Jane\n`);
  const journal = openJournal(`${path}-outcomes-1-ada`);
  const outcome = { ...accepted, text: `250 ok <${jane}>` };
  journal.add({ id: 1, attempt: 1, worker: ada.id, outcome, endedAt: noon });
  journal.close();
  const holders = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => /quimby/i.test(readFileSync(join(entry.parentPath, entry.name), 'latin1')))
      .map(({ name }) => name)
      .sort();
  expect(holders()).toContain('penny.db');
  const { output } = await callPenny(['subscribers', 'erase', jane, '--yes', '--json'], { folder });
  const named = ['.penny/penny.db-outcomes-1-ada', 'last-year.csv'];
  expect(JSON.parse(output)).toMatchObject({ filesRewritten: true, traces: named });
  expect(holders()).toEqual(['last-year.csv', 'penny.db-outcomes-1-ada']);
});
