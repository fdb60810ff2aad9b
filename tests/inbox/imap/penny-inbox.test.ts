import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readImapSettings } from '../../../src/inbox/imap/imap-settings.ts';
import { openMailbox } from '../../../src/inbox/imap/open-mailbox.ts';
import { callPenny } from '../../cli/call-penny.ts';
import { createWorkspace, type TestWorkspace } from '../../journeys/workspace.ts';
import { makeCertificate } from '../../smtp/make-certificate.ts';
import { dsn, letter } from '../samples.ts';
import { imapLogin, type ScriptedMail, startImap } from './scripted-imap.ts';

const from = (writer: string, subject: string): string =>
  letter([`From: ${writer}`, 'To: hello@penny.example', `Subject: ${subject}`]);

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = createWorkspace();
  await callPenny(['subscribers', 'import', 'subscribers.csv'], { folder: workspace.folder });
});
afterEach(() => workspace[Symbol.dispose]());

const inbox = async (url: string, ...words: string[]) => {
  const environment = { IMAP_URL: url, NO_COLOR: '1' };
  return callPenny(['inbox', ...words], { folder: workspace.folder, environment });
};
const someone = (): string =>
  readFileSync(join(workspace.folder, 'subscribers.csv'), 'utf8').match(/[\w.]+@[\w.]+/)?.[0] ?? '';

function mailbox(): ScriptedMail[] {
  return [
    { uid: 3, text: from(someone(), 'unsubscribe'), seen: false },
    { uid: 4, text: from('friend@example.org', 'dinner?'), seen: false },
    { uid: 7, text: dsn({ to: 'hello@penny.example' }), seen: false },
    { uid: 8, text: from('friend@example.org', 'pictures'), seen: false, size: 30_000_000 },
    { uid: 9, text: from(someone(), 'unsubscribe'), seen: true },
  ];
}

describe('penny inbox', () => {
  it('takes in what is unread, and marks that and nothing else', async () => {
    const mails = mailbox();
    await using imap = await startImap(mails);
    const { code, output } = await inbox(imap.url, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      messages: 4,
      unsubscribed: 1,
      ignored: { 'other mail': 1, 'nothing of ours': 1, 'too large': 1 },
      broken: [],
    });
    expect(mails.filter(({ seen }) => seen).map(({ uid }) => uid)).toEqual([3, 9]);
    expect(imap.heard.join('\n')).not.toMatch(/FETCH .*\b8\b.*BODY/);
    expect(JSON.parse((await inbox(imap.url, '--all', '--json')).output)).toMatchObject({
      messages: 5,
      unsubscribed: 0,
      known: 2,
    });
  });

  it('leaves unread what a person has to read, and names it', async () => {
    const mails: ScriptedMail[] = [
      { uid: 3, text: from(someone(), 'unsubscribe'), seen: false },
      { uid: 5, text: from('friend@example.org', 'unsubscribe'), seen: false },
      { uid: 6, text: from(someone(), 'Re: take me off, or Bo?'), seen: false },
    ];
    await using imap = await startImap(mails);
    const { output } = await inbox(imap.url);
    expect(output).toContain('1 mail may be a wish to leave, and nobody left by it:\n');
    expect(output).toContain('    INBOX, message 5: friend@example.org, “unsubscribe”\n');
    expect(mails.filter(({ seen }) => seen).map(({ uid }) => uid)).toEqual([3]);
  });

  it('leaves bounces of other mail unread, whatever their Message-ID looks like', async () => {
    const messageId = '<9e107d9d372bb6826bd81d3542a419d6@penny.example>';
    const mails = [{ uid: 3, text: dsn({ to: 'hello@penny.example', messageId }), seen: false }];
    await using imap = await startImap(mails);
    expect((await inbox(imap.url)).output).toContain('left alone: 1 nothing of ours');
    expect(mails).toMatchObject([{ seen: false }]);
  });

  it('tells who left also where the mails cannot be marked', async () => {
    await using imap = await startImap(mailbox(), { keepsMarks: true });
    const { code, output, error } = await inbox(imap.url);
    expect(output).toContain(`${someone()} unsubscribed`);
    expect(error).toContain('all of it was taken in, and the mails stay unread where they are');
    expect(code).toBe(2);
  });

  it('says that nothing was there to read, and how to read what was read before', async () => {
    await using empty = await startImap([]);
    const first = await inbox(empty.url);
    expect([first.code, first.error]).toEqual([
      0,
      expect.stringMatching(/^no unread message is in the mailbox\n {2}hint: --all /),
    ]);
    expect((await inbox(empty.url, '--all')).error).toBe(
      'no message of the last 60 days is in the mailbox\n',
    );
  });

  it('moves what it took in to a folder that somebody names', async () => {
    const mails = mailbox();
    await using imap = await startImap(mails);
    await inbox(imap.url, '--move', 'newsletter');
    expect(mails.map(({ uid, folder }) => [uid, folder])).toEqual([
      [3, 'newsletter'],
      [4, undefined],
      [7, undefined],
      [8, undefined],
      [9, undefined],
    ]);
    expect(imap.folders).toContain('newsletter');
    expect(mails.some(({ uid, seen }) => uid !== 9 && seen)).toBe(false);
  });

  it('writes nothing and marks nothing in a dry run', async () => {
    const mails = mailbox();
    await using imap = await startImap(mails);
    const { output } = await inbox(imap.url, '--dry-run');
    expect(output).toContain('0 suppressed, 1 unsubscribed, 0 complaints (a dry run: nothing was written)');
    expect(mails.filter(({ seen }) => seen)).toHaveLength(1);
    expect(imap.heard.some((line) => line.startsWith('EXAMINE'))).toBe(true);
    const list = await callPenny(['subscribers', 'list', '--status', 'unsubscribed'], {
      folder: workspace.folder,
    });
    expect(list.output).not.toContain(someone());
  });

  it('says what is wrong with a password, and does not tell it', async () => {
    await using imap = await startImap([]);
    const { code, error, output } = await inbox(imap.url.replace('one%20opinion', 'another%20one'));
    expect(code).toBe(2);
    expect(error).toMatch(/does not let hello@penny\.example in: .*password/);
    expect(error + output).not.toContain('another one');
  });

  it('says when there is no such folder', async () => {
    await using imap = await startImap([]);
    const { code, error } = await inbox(imap.url.replace('/INBOX', '/bounces'));
    expect([code, error]).toEqual([2, expect.stringContaining('has no folder bounces')]);
  });

  it('says what to set when there is no mailbox', async () => {
    const { code, error } = await callPenny(['inbox'], { folder: workspace.folder, environment: {} });
    expect([code, error]).toEqual([2, expect.stringContaining('IMAP_URL=imaps://')]);
  });
});

describe('a password', () => {
  it('crosses no connection without TLS to another machine', async () => {
    await using imap = await startImap([]);
    const access = { ...readImapSettings({ url: imap.url }), loopback: false };
    await expect(openMailbox(access, { readOnly: true })).rejects.toThrow(/no safe connection/);
    expect(imap.heard.join('\n')).not.toContain('LOGIN');
  });

  it('crosses TLS only where the certificate is trusted', async () => {
    const certificate = makeCertificate(Date.now() - 3_600_000, Date.now() + 3_600_000);
    await using imap = await startImap(mailbox(), { certificate });
    const refused = await inbox(imap.url);
    expect([refused.code, refused.error]).toEqual([2, expect.stringContaining('no safe connection')]);
    expect(imap.heard).toEqual([]);

    const trusted = join(workspace.folder, 'certificate.pem');
    writeFileSync(trusted, certificate.cert);
    const environment = { IMAP_URL: imap.url, NODE_EXTRA_CA_CERTS: trusted };
    const run = await workspace.penny('inbox --json', environment);
    expect(JSON.parse(run.output)).toMatchObject({ messages: 4, unsubscribed: 1 });
  });

  it('comes from the environment only', async () => {
    const written = { host: 'imap.example.com', port: 993, user: imapLogin.user, folder: 'INBOX' };
    expect(() => readImapSettings(written)).toThrow('the mailbox has no password');
    expect(readImapSettings({ ...written, password: 'x' })).toMatchObject({ secure: true, loopback: false });
  });

  it.each(['http://a:b@c', 'imaps://imap.example.com', 'imaps://me:%zz@imap.example.com', 'nonsense'])(
    'is not told when IMAP_URL cannot be read: %s',
    (url) => {
      expect(() => readImapSettings({ url })).toThrow(/^IMAP_URL is not the address of a mailbox$/);
    },
  );
});
