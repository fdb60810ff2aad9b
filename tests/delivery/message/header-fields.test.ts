import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailboxField, textField } from '../../../src/delivery/message/header-fields.ts';

/** What RFC 5322 calls obsolete (§4.2), and mail servers change or refuse: a line of nothing but white space. */
const blankLine = /\r\n[ \t]*\r\n/;
const spaced = [
  `a${' '.repeat(120)}b`,
  `ü${' '.repeat(120)}b`,
  `a${' '.repeat(100)}`,
  `${' '.repeat(100)}a`,
  `${'a'.repeat(66)}  b`,
  `${'a'.repeat(67)} `,
];

describe('a header', () => {
  it.each(spaced)('keeps the spaces within the subject “%s”, none alone on a line', async (subject) => {
    const field = textField('Subject', subject);
    expect(field).not.toMatch(blankLine);
    expect((await PostalMime.parse(`${field}\r\n`)).subject).toBe(subject.trim());
  });

  it.each(spaced)('keeps the spaces within the name “%s”, none alone on a line', async (name) => {
    const field = mailboxField('To', { name, address: 'li@example.net' });
    expect(field).not.toMatch(blankLine);
    expect((await PostalMime.parse(`${field}\r\n`)).to).toEqual([
      { name: name.trim(), address: 'li@example.net' },
    ]);
  });

  it('leaves words with one space between them as they are', () => {
    expect(textField('Subject', 'are interviews a two way street?')).toBe(
      'Subject: are interviews a two way street?\r\n',
    );
  });
});
