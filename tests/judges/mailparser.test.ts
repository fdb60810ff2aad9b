import { simpleParser } from 'mailparser';
import { expect, it } from 'vitest';
import { compileMessage } from '../../src/delivery/message/compile-message.ts';
import { fillSlots } from '../../src/delivery/personalise.ts';
import type { Slotted } from '../../src/render/edition.ts';
import { recipient, snapshot } from '../delivery/sample-mailing.ts';
import { judgedEditions, siteUrl } from './judged-documents.ts';

const editions = await judgedEditions();
const reader = recipient({ name: 'Jürgen “Jay” Müßig', firstName: 'Jürgen' });

it.each(editions)('mailparser gives back what went into the mail of $name', async ({ edition }) => {
  const compiled = compileMessage({ ...snapshot, edition }, { date: Date.UTC(2026, 10, 23, 9) });
  const { bytes } = await compiled.compose(reader, '<0123456789abcdef0123456789abcdef@penny.example>');
  const filled = (slotted: Slotted, escaping: 'html' | 'none') =>
    fillSlots(slotted, reader, { url: siteUrl, escape: escaping });

  const mail = await simpleParser(Buffer.from(bytes));
  expect(mail.subject).toBe(filled(edition.subject, 'none'));
  expect(mail.from?.value).toEqual([snapshot.stationery.from]);
  expect(mail.text).toBe(filled(edition.text, 'none'));
  expect(mail.html).toBe(filled(edition.html, 'html'));
});

it.each(editions)(
  'scoreboard 72: the text of $name has no entities, and both parts have the way to leave and the postal address',
  ({ edition }) => {
    const filled = (slotted: Slotted, escaping: 'html' | 'none') =>
      fillSlots(slotted, reader, { url: siteUrl, escape: escaping });
    const [html, text] = [filled(edition.html, 'html'), filled(edition.text, 'none')];
    expect(text).not.toMatch(/&(?:amp|lt|gt|quot|nbsp|#\d+);/);
    expect(html).toMatch(/&(?:amp|lt|gt|quot|#\d+);/);
    for (const part of [html, text]) {
      expect(part).toContain(`${siteUrl}/unsubscribe/${reader.unsubscribeToken}`);
      expect(part).toContain('1 Market St, San Francisco, CA 94105, USA');
    }
  },
);
