import { expect, it } from 'vitest';
import type { MailerReply } from '../../src/delivery/mailer.ts';
import { sendTest } from '../../src/delivery/send-test.ts';
import { createScriptedMailer } from '../fakes/scripted-mailer.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const recipients = ['a@example.com', 'b@example.com', 'c@example.com'].map((address) =>
  recipient({ address }),
);
const copies = { snapshot, recipients, key: 'key', now: 1 };

it('sends a copy to everybody over one connection', async () => {
  const mailer = createScriptedMailer();
  const reports = await sendTest(mailer, copies);
  expect(reports.map(({ address, accepted }) => [address, accepted])).toEqual(
    recipients.map(({ address }) => [address, true]),
  );
  expect(mailer.connections()).toBe(1);
});

it('marks the subject', async () => {
  const mailer = createScriptedMailer();
  const connect = mailer.connect;
  let sent = '';
  mailer.connect = async () => {
    const connection = await connect();
    if (!('deliver' in connection)) return connection;
    return {
      ...connection,
      usable: true,
      deliver: (message, beforeDot) => {
        sent = Buffer.from(message.bytes).toString();
        return connection.deliver(message, beforeDot);
      },
    };
  };
  await sendTest(mailer, copies);
  expect(sent).toMatch(/^Subject: \[test\] hi there\r$/m);
});

it('tries a refused login once, and says for everybody that nothing was sent', async () => {
  const refusal: MailerReply = { kind: 'reply', stage: 'login', code: 535, text: 'bad credentials' };
  const mailer = createScriptedMailer({}, { refusal });
  expect(await sendTest(mailer, copies)).toEqual(
    recipients.map(({ address }) => ({ address, accepted: false, text: '535 bad credentials' })),
  );
  expect(mailer.connections()).toBe(1);
});

it('takes half a line for no acceptance, and another connection after silence', async () => {
  const mailer = createScriptedMailer({
    'a@example.com': [{ kind: 'reply', stage: 'dot', code: 0, text: '25' }],
    'b@example.com': ['lostAfterDot'],
  });
  const reports = await sendTest(mailer, copies);
  expect(reports.map(({ accepted }) => accepted)).toEqual([false, false, true]);
  expect(mailer.connections()).toBe(2);
});
