import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/inbox/mime/read-mail.ts';
import { ownLetters } from '../../../src/inbox/wish/own-words.ts';

function wordsOf(lines: readonly string[]): readonly string[] {
  const mail = readMail(Buffer.from(lines.join('\r\n')));
  if ('problem' in mail) throw new Error(mail.problem);
  return ownLetters(mail).flat();
}

const plain = (...lines: readonly string[]): readonly string[] =>
  wordsOf(['Content-Type: text/plain; charset=utf-8', '', ...lines]);
const html = (text: string): readonly string[] =>
  wordsOf(['Content-Type: text/html; charset=utf-8', '', text]);

describe('what somebody wrote themselves', () => {
  it.each([
    ['quoted lines', ['> unsubscribe here']],
    ['Gmail', ['On Thu, 5 Mar 2026 at 10:00, penny <hello@penny.example> wrote:', '> unsubscribe']],
    [
      'Gmail, broken',
      ['On Thu, 5 Mar 2026 at 10:00, penny for my thoughts', '<hello@penny.example> wrote:', 'x'],
    ],
    ['Thunderbird in German', ['Am 05.03.26 um 10:00 schrieb penny:', '> x']],
    ['Gmail in German', ['penny <hello@penny.example> schrieb am Do. 5. März:', 'x']],
    ['Apple Mail in French', ['Le 5 mars 2026 à 10:00, penny <hello@penny.example> a écrit :', 'x']],
    ['Outlook', ['-----Original Message-----', 'x']],
    ['Outlook in German', ['Von: penny <hello@penny.example>', 'Gesendet: Donnerstag, 5. März 2026', 'x']],
    ['Outlook on the web', ['________________________________', 'From: penny', 'x']],
    ['a signature', ['-- ', 'Ann Lee, unsubscribed from meetings']],
    ['a telephone', ['Von meinem iPhone gesendet', '> x']],
  ])('ends before what it answers to: %s', (_, below) => {
    expect(plain('Hi Penny,', '', 'no thanks', ...below)).toEqual(['Hi Penny,', 'no thanks']);
  });

  it.each([
    ['below it', ['Am 24.11.26 um 09:00 schrieb penny:', '> five new jobs', '>', '', 'Bitte abmelden']],
    ['between', ['penny wrote:', '> five new jobs', '', 'Bitte', '> and an essay', 'abmelden', '-- ', 'Ann']],
  ])('is read %s, too', (_, lines) => {
    expect(plain(...lines).join(' ')).toBe('Bitte abmelden');
  });

  it('is read below what HTML quotes, too', () => {
    const quote = '<blockquote>a <blockquote>b</blockquote> unsubscribe</blockquote>';
    expect(
      html(
        `<p>Hi</p><div class="moz-cite-prefix">Am 24.11.26 schrieb penny:<br></div>${quote}<p>Bitte abmelden</p>`,
      ),
    ).toEqual(['Hi', 'Bitte abmelden']);
  });

  it('is read from the plain part and from HTML, without what they quote', () => {
    expect(
      wordsOf([
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>html</p>',
        '--b',
        'Content-Type: text/plain',
        '',
        'plain',
        '--b--',
      ]),
    ).toEqual(['plain', 'html']);
    expect(
      html(
        '<html><head><style>p { color: red }</style></head><div dir="ltr">Bitte&nbsp;abmelden<br>Gr&uuml;&szlig;e</div><div class="gmail_quote">On …<a>unsubscribe</a></div>',
      ),
    ).toEqual(['Bitte abmelden', 'Grüße']);
    expect(html('<p>d&#233;sabonner &unknown; &amp;</p><div name="quote">x</div>')).toEqual([
      'désabonner &unknown; &',
    ]);
    expect(html('<div>stop</div><blockquote>unsubscribe</blockquote>')).toEqual(['stop']);
    expect(html('<p>stop</p><div id="divRplyFwdMsg">From: x</div>')).toEqual(['stop']);
  });

  it('is not what somebody attached, nor an empty part beside the letter', () => {
    const parts = (type: string, body: string, head = 'X-Nothing: 1'): readonly string[] => [
      '--b',
      `Content-Type: ${type}`,
      head,
      '',
      body,
    ];
    const mixed = ['Content-Type: multipart/mixed; boundary=b', ''];
    expect(
      wordsOf([
        ...mixed,
        ...parts('text/plain', 'unsubscribe', 'Content-Disposition: attachment; filename=x.txt'),
        ...parts('text/html', '<p>lovely</p>'),
        '--b--',
      ]),
    ).toEqual(['lovely']);
    for (const head of ['Content-Disposition: inline; filename=x.txt', 'X-Nothing: 1'])
      expect(
        wordsOf([
          ...mixed,
          ...parts('text/plain', 'lovely'),
          ...parts('text/html; name=b.html', 'unsubscribe', head),
          '--b--',
        ]),
      ).toEqual(['lovely']);
    expect(
      wordsOf([
        ...mixed,
        ...parts('text/plain', 'Hi Penny,'),
        ...parts('image/png', 'x'),
        ...parts('text/plain', 'stop'),
        '--b--',
      ]),
    ).toEqual(['Hi Penny,', 'stop']);
    expect(
      wordsOf([...mixed, ...parts('text/plain', ' '), ...parts('text/html', '<p>stop</p>'), '--b--']),
    ).toEqual(['stop']);
  });

  it('is found behind styles and comments, however long', () => {
    const styles = `<style><!-- ${'p { margin: 0 }\n'.repeat(2_000)} --></style>`;
    expect(
      html(`<html><head><title>Re: x</title>${styles}</head><body><p>d&#xE9;sabonner</p></body></html>`),
    ).toEqual(['désabonner']);
  });

  it.each([
    '<div '.repeat(20_000),
    '<'.repeat(100_000),
    `<style${'x'.repeat(90_000)}`,
    'On a '.repeat(20_000),
    '_'.repeat(99_999),
  ])('is read in no time from whatever: %#', (text) => {
    const started = performance.now();
    html(text);
    plain(text);
    plain(...Array.from({ length: 500 }, () => text.slice(0, 400)));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
