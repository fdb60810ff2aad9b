import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createWorkspace } from '../journeys/workspace.ts';
import { describeWithPostfix } from '../system.ts';
import { createAuthority } from './create-authority.ts';
import { startGreylisting } from './greylisting.ts';
import { carry } from './hard-to-carry.ts';
import { expectOneEach, refusedByServer, sendToList, thousand, toMailHost } from './send-to-list.ts';
import { createServerFolder } from './server-folder.ts';
import { startPostfix } from './start-postfix.ts';

/** Milliseconds for each test: servers start and stop, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const few = ['ann.smith@example.com', 'li@example.net', 'zoe@example.org'];

describeWithPostfix('through a real Postfix', (program) => {
  it('scoreboard 64: a thousand people have one message each, and the queue is empty', {
    timeout: 120_000,
  }, async () => {
    using workspace = createWorkspace();
    await using postfix = await startPostfix({ program, addresses: thousand });
    const run = await sendToList(workspace, thousand, { SMTP_URL: postfix.url });
    expect(run).toMatchObject({ code: 0, result: { state: 'finished', audience: 1000, accepted: 1000 } });
    await expectOneEach(postfix, thousand);
  });

  it('scoreboard 36: who is greylisted gets it at the next try', async () => {
    using workspace = createWorkspace();
    appendFileSync(join(workspace.folder, 'newsletter.yaml'), 'delivery: { retry: [1s] }\n');
    await using greylisting = await startGreylisting();
    const settings = {
      smtpd_recipient_restrictions: `check_policy_service inet:127.0.0.1:${greylisting.port}`,
    };
    await using postfix = await startPostfix({ program, addresses: few, settings });
    const run = await sendToList(workspace, few, { SMTP_URL: postfix.url });
    expect(run).toMatchObject({
      code: 0,
      result: { state: 'finished', accepted: 3, deferred: 0, failed: 0 },
    });
    expect(postfix.log().match(/450 4\.2\.0 .*greylisted/g)).toHaveLength(3);
    await expectOneEach(postfix, few);
    const { output } = await workspace.penny('status 1 --recipients --json');
    expect(JSON.parse(output).mailings[0].recipients).toMatchObject(few.map(() => ({ attempts: 2 })));
  });

  it('scoreboard 59: mails nobody when the server takes no messages of this size, and says so', async () => {
    using workspace = createWorkspace();
    await using postfix = await startPostfix({
      program,
      addresses: few,
      settings: { message_size_limit: '2000' },
    });
    const run = await sendToList(workspace, few, { SMTP_URL: postfix.url });
    expect(run.code).toBe(2);
    expect(run.output + run.error).toMatch(/size|large|bytes|KB/);
    expect(postfix.log()).not.toContain('client=');
    expect(few.flatMap((address) => postfix.messagesOf(address))).toEqual([]);
  });

  it('scoreboard 60: an address beyond ASCII is delivered', async () => {
    using workspace = createWorkspace();
    const addresses = ['jürgen@example.com', '李@example.net'];
    await using postfix = await startPostfix({ program, addresses });
    const run = await sendToList(workspace, addresses, { SMTP_URL: postfix.url });
    expect(run).toMatchObject({ code: 0, result: { accepted: 2 } });
    await expectOneEach(postfix, addresses);
  });

  it('scoreboard 60: an address beyond ASCII fails alone where the server does not take it', async () => {
    using workspace = createWorkspace();
    const addresses = ['jürgen@example.com', ...few];
    await using postfix = await startPostfix({ program, addresses, settings: { smtputf8_enable: 'no' } });
    const run = await sendToList(workspace, addresses, { SMTP_URL: postfix.url });
    expect(run).toMatchObject({
      code: 1,
      result: { state: 'finished', accepted: 3, unknown: 0, deferred: 0 },
    });
    await expectOneEach(postfix, few);
    expect(postfix.log()).not.toContain('jürgen');
  });

  it('scoreboard 34: takes a certificate of a root that it was told to trust, and no other', async () => {
    using workspace = createWorkspace();
    using folder = createServerFolder('Postfix');
    const { root, certificate, key } = createAuthority(folder.path, 'mx.penny.example');
    const settings = {
      smtpd_tls_security_level: 'encrypt',
      smtpd_tls_cert_file: certificate,
      smtpd_tls_key_file: key,
      smtpd_tls_loglevel: '1',
    };
    await using postfix = await startPostfix({ program, addresses: few, settings });
    const url = `smtp://mx.penny.example:${postfix.port}`;
    const refused = await sendToList(workspace, few, toMailHost(url));
    expect(refused).toMatchObject({ code: 2, result: refusedByServer });
    expect(refused.output).toContain('certificate');
    expect(postfix.log()).not.toContain('client=');

    const run = await sendToList(workspace, few, toMailHost(url, root));
    expect(run).toMatchObject({ code: 0, result: { state: 'finished', accepted: 3 } });
    expect(postfix.log()).toMatch(/TLS connection established .*TLSv1\.[23]/);
    await expectOneEach(postfix, few);
  });

  it('scoreboard 34: refuses a certificate that names another server', async () => {
    using workspace = createWorkspace();
    using folder = createServerFolder('Postfix');
    const { root, certificate, key } = createAuthority(folder.path, 'mx.example.org');
    const settings = {
      smtpd_tls_security_level: 'encrypt',
      smtpd_tls_cert_file: certificate,
      smtpd_tls_key_file: key,
    };
    await using postfix = await startPostfix({ program, addresses: few, settings });
    const url = `smtp://mx.penny.example:${postfix.port}`;
    const refused = await sendToList(workspace, few, toMailHost(url, root));
    expect(refused).toMatchObject({ code: 2, result: refusedByServer });
    expect(refused.output).toContain('mx.example.org');
    expect(postfix.log()).not.toContain('client=');
  });

  it('scoreboard 34: speaks TLS from the first byte where the address says so, also with this machine', async () => {
    using workspace = createWorkspace();
    using folder = createServerFolder('Postfix');
    const { root, certificate, key } = createAuthority(folder.path, 'localhost');
    const settings = {
      smtpd_tls_wrappermode: 'yes',
      smtpd_tls_security_level: 'encrypt',
      smtpd_tls_cert_file: certificate,
      smtpd_tls_key_file: key,
    };
    await using postfix = await startPostfix({ program, addresses: few, settings });
    const SMTP_URL = `smtps://localhost:${postfix.port}`;
    const refused = await sendToList(workspace, few, { SMTP_URL });
    expect(refused).toMatchObject({ code: 2, result: refusedByServer });
    const run = await sendToList(workspace, few, { SMTP_URL, NODE_EXTRA_CA_CERTS: root });
    expect(run).toMatchObject({ code: 0, result: { state: 'finished', accepted: 3 } });
    await expectOneEach(postfix, few);
  });

  it('scoreboard 33: says nothing more to a server that offers no TLS', async () => {
    using workspace = createWorkspace();
    await using postfix = await startPostfix({ program, addresses: few });
    const url = `smtp://penny:one%20opinion@mx.penny.example:${postfix.port}`;
    const refused = await sendToList(workspace, few, toMailHost(url));
    expect(refused).toMatchObject({ code: 2, result: refusedByServer });
    expect(refused.output + refused.error).not.toContain('one opinion');
    expect(postfix.log()).not.toMatch(/client=|auth=|mail=/);
  });

  it('scoreboard 73: what a message holds arrives as it was made', async () => {
    using workspace = createWorkspace();
    const [address = ''] = few;
    await using postfix = await startPostfix({ program, addresses: [address] });
    const { made, arrived } = await carry(workspace, postfix, address);
    expect(made).toContain('From the desk');
    expect(arrived).toBe(made);
  });
});
