import { expect, it, vi } from 'vitest';
import { createWorkspace } from '../journeys/workspace.ts';
import { describeWithExim } from '../system.ts';
import { createAuthority } from './create-authority.ts';
import { eximLogin } from './exim-files.ts';
import { carry } from './hard-to-carry.ts';
import { expectOneEach, refusedByServer, sendToList, thousand, toMailHost } from './send-to-list.ts';
import { createServerFolder } from './server-folder.ts';
import { startExim } from './start-exim.ts';

/** Milliseconds for each test: servers start and stop, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const few = ['ann.smith@example.com', 'li@example.net', 'zoe@example.org'];

describeWithExim('through a real Exim', (program) => {
  it('scoreboard 64: a thousand people have one message each, and the queue is empty', {
    timeout: 180_000,
  }, async () => {
    using workspace = createWorkspace();
    await using exim = await startExim({ program, addresses: thousand });
    const run = await sendToList(workspace, thousand, { SMTP_URL: exim.url });
    expect(run).toMatchObject({ code: 0, result: { state: 'finished', audience: 1000, accepted: 1000 } });
    await expectOneEach(exim, thousand);
  });

  it('logs in behind TLS, and shows nothing to a server whose certificate is not trusted', async () => {
    using workspace = createWorkspace();
    using folder = createServerFolder('Exim');
    const authority = createAuthority(folder.path, 'mx.penny.example');
    await using exim = await startExim({ program, addresses: few, authority });
    const { user, password } = eximLogin;
    const url = `smtp://${user}:${encodeURIComponent(password)}@mx.penny.example:${exim.port}`;
    const refused = await sendToList(workspace, few, toMailHost(url));
    expect(refused).toMatchObject({ code: 2, result: refusedByServer });

    const wrong = await sendToList(
      workspace,
      few,
      toMailHost(url.replace('opinion', 'idea'), authority.root),
    );
    expect(wrong).toMatchObject({ code: 2, result: refusedByServer });
    expect(wrong.output + wrong.error).not.toContain('one idea');
    expect(exim.log().match(/535 Incorrect authentication data/g)).toHaveLength(1);

    const run = await sendToList(workspace, few, toMailHost(url, authority.root));
    expect(run).toMatchObject({ code: 0, result: { state: 'finished', accepted: 3 } });
    expect(exim.log().match(/<= hello@penny\.example .* P=esmtpsa .* A=plain:penny/g)).toHaveLength(3);
    await expectOneEach(exim, few);
  });

  it('scoreboard 60: an address beyond ASCII is delivered', async () => {
    using workspace = createWorkspace();
    const addresses = ['jürgen@example.com', ...few];
    await using exim = await startExim({ program, addresses });
    const run = await sendToList(workspace, addresses, { SMTP_URL: exim.url });
    expect(run).toMatchObject({ code: 0, result: { accepted: 4 } });
    await expectOneEach(exim, addresses);
  });

  it('scoreboard 73: what a message holds arrives as it was made', async () => {
    using workspace = createWorkspace();
    const [address = ''] = few;
    await using exim = await startExim({ program, addresses: [address] });
    const { made, arrived } = await carry(workspace, exim, address);
    expect(made).toContain('From the desk');
    expect(arrived).toBe(made);
  });
});
