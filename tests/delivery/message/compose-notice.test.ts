import { createPublicKey } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { HeaderError } from '../../../src/delivery/header-error.ts';
import { composeNotice, type Notice } from '../../../src/delivery/message/compose-notice.ts';
import { createSigner } from '../../../src/delivery/signing/sign-message.ts';
import { verifyMessage } from '../../../src/delivery/signing/verify-message.ts';
import { renderConfirmation } from '../../../src/render/render-confirmation.ts';
import { letterhead, templates } from '../../render/samples.ts';
import { makeSigningKey } from '../signing/keys.ts';

const link = 'https://penny.example/confirm/7JAAAAAAAA1J16dWzmr8uN70EebRvkK8';

async function confirmation(changes: Partial<Notice> = {}): Promise<Buffer> {
  const render = await renderConfirmation(letterhead, templates, 'please confirm: pénny');
  const { bytes } = await composeNotice({
    from: { name: 'penny', address: 'hello@penny.example' },
    replyTo: 'hello@penny.example',
    to: 'ann@müller.example',
    subject: 'please confirm: pénny',
    ...render(link),
    messageId: '<0123456789abcdef@penny.example>',
    date: Date.UTC(2026, 10, 23, 9),
    ...changes,
  });
  return Buffer.from(bytes);
}

describe('the mail that asks somebody to confirm', () => {
  it('scoreboard 75: says that a program wrote it, and has no list header that lies', async () => {
    const source = await confirmation();
    const [head = ''] = source.toString('latin1').split('\r\n\r\n', 1);
    const names = head
      .replaceAll(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => line.split(':', 1)[0]);
    expect(names).toEqual([
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Reply-To',
      'Date',
      'Auto-Submitted',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(head).toContain('\r\nAuto-Submitted: auto-generated\r\n');
    expect(head).toContain('\r\nTo: ann@xn--mller-kva.example\r\n');
  });

  it('has the link in both parts, in lines that every server takes, and no way to leave what nobody joined', async () => {
    const source = await confirmation();
    const mail = await simpleParser(source);
    expect(mail.subject).toBe('please confirm: pénny');
    expect(mail.text).toContain(`\n${link}\n`);
    expect(mail.html).toContain(`href="${link}"`);
    expect(`${mail.text}${String(mail.html)}`).not.toMatch(/unsubscribe/i);
    expect(mail.text).toContain('1 Market St');
    expect(
      Math.max(
        ...source
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(76);
    expect(source.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is signed where the newsletter signs', async () => {
    const key = makeSigningKey();
    const source = await confirmation({ signer: createSigner(key) });
    expect(verifyMessage(source, createPublicKey(key.key))).toMatchObject({ isValid: true });
  });

  it('lets nobody write a header', async () => {
    await expect(confirmation({ to: 'ann@example.com\r\nBcc: bob@example.com' })).rejects.toThrow(
      HeaderError,
    );
    await expect(confirmation({ subject: 'hi\nBcc: bob@example.com' })).rejects.toThrow(HeaderError);
  });
});
