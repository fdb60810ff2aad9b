import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { readPostfixLog } from '../../src/delivery/read-postfix-log.ts';
import { startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { createWorkspace } from '../journeys/workspace.ts';
import { describeWithPostfix } from '../system.ts';
import type { MailServer } from './mail-server.ts';
import { sendToList } from './send-to-list.ts';
import { startPostfix } from './start-postfix.ts';

/** Milliseconds for each test: servers start and stop, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const cut = '<cut-off@penny.example>';

/** Begins a message and goes away before its end. */
async function cutOff({ port, log }: MailServer): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('data', () => {});
  const envelope = 'MAIL FROM:<hello@penny.example>\r\nRCPT TO:<ann@example.com>\r\nDATA\r\n';
  socket.write(
    `EHLO penny.example\r\n${envelope}Message-ID: ${cut}\r\n\r\n${'half a message\r\n'.repeat(2_000)}`,
  );
  await vi.waitFor(() => expect(log()).toContain(`message-id=${cut}`), { timeout: 10_000 });
  socket.destroy();
  await vi.waitFor(() => expect(log()).toMatch(/lost connection after DATA/), { timeout: 10_000 });
}

describeWithPostfix('the log of a real Postfix', (program) => {
  it.each([['yes'], ['no']])(
    'scoreboard 26: settles who has the message and who does not (long queue ids: %s)',
    async (long) => {
      using workspace = createWorkspace();
      const addresses = ['ann@example.com', 'later@example.com', 'gone@example.com'];
      await using later = await startMisbehavingServer({ RCPT: '451 4.3.0 come back' });
      await using gone = await startMisbehavingServer({ RCPT: '550 5.1.1 no such user' });
      const to = (port: number): string => `smtp:[127.0.0.1]:${port}`;
      const transports = `{later@example.com=${to(later.port)}} {gone@example.com=${to(gone.port)}}`;
      const settings = { transport_maps: `inline:{${transports}}`, enable_long_queue_ids: long };
      await using postfix = await startPostfix({ program, addresses, settings });
      const run = await sendToList(workspace, addresses, { SMTP_URL: postfix.url });
      expect(run).toMatchObject({ code: 0, result: { accepted: 3 } });
      await cutOff(postfix);
      await vi.waitFor(
        () => expect(postfix.log().match(/status=(sent|deferred|bounced) /g)).toHaveLength(4),
        {
          timeout: 10_000,
        },
      );

      const { output } = await workspace.penny('status 1 --recipients --json');
      const recipients: { address: string; messageId: string }[] = JSON.parse(output).mailings[0].recipients;
      const wanted = new Set([...recipients.map(({ messageId }) => messageId), cut]);
      const verdicts = await readPostfixLog(Readable.from(postfix.log().split('\n')), wanted);
      const told = Object.fromEntries(
        recipients.map(({ address, messageId }) => [address, verdicts.get(messageId)]),
      );
      expect(told).toMatchObject({
        'ann@example.com': { verdict: 'accepted', text: 'sent: delivered to maildir' },
        'later@example.com': { verdict: 'accepted', text: expect.stringContaining('451 4.3.0 come back') },
        'gone@example.com': { verdict: 'bounced', text: expect.stringContaining('550 5.1.1 no such user') },
      });
      expect(verdicts.has(cut)).toBe(false);
    },
  );
});
