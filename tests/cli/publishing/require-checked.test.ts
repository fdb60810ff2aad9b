import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { app1, exif, jpeg } from '../../check/images/pictures.ts';
import { callPenny } from '../call-penny.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-checked-'));
  write('newsletter.yaml', settings);
  write('subscribers.csv', 'email\njane@example.org\n');
  write('issues/001-a.md', issue('- series a'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const settings =
  'name: penny\nurl: https://penny.example\nsender: {name: penny, address: hello@penny.example, postalAddress: 1 Market St}\n';
const gps = 0x8825;

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function issue(body: string): string {
  return `---\ntitle: a\nsubtitle: b\nnumber: 1\ndate: 2026-11-23\n---\n\n---active candidate\ntitle: vp of sales\n---\n\n${body}\n`;
}

/** What is an error for check, by the rule that says so; each in another file, or known from elsewhere than the text. */
const errors: Readonly<Record<string, () => void>> = {
  'candidate/contact-data': () => write('issues/001-a.md', issue('- call 020 7946 0958')),
  'image/metadata': () => {
    write('issues/assets/c1.jpg', jpeg(app1(exif(gps))));
    write('issues/001-a.md', issue('![a desk](assets/c1.jpg)'));
  },
  'mail/template': () => write('templates/email/masthead.hbs', '<p>{{#if title}}</p>\n'),
  'mail/accent-contrast': () =>
    write('newsletter.yaml', `${settings}theme: {accent: "#ffee00"}\nrules: {mail/accent-contrast: error}\n`),
  'mail/clipped': () => {
    write('newsletter.yaml', `${settings}rules: {mail/clipped: error}\n`);
    write('issues/001-a.md', issue('- fifteen years in sales, and more\n'.repeat(2500)));
  },
};

describe.each(Object.entries(errors))('an error of %s', (rule, make) => {
  it('stops check, build, render and send alike', async () => {
    make();
    for (const words of [
      'check --json',
      'build --json',
      'render 1 --as web --json',
      'send 1 --to subscribers.csv --yes --json',
    ]) {
      const { code, output } = await callPenny(words.split(' '), { folder });
      const errorsFound: readonly { rule: string; severity: string }[] = JSON.parse(output).findings.filter(
        ({ severity }: { severity: string }) => severity === 'error',
      );
      expect([words, code, errorsFound.map((finding) => finding.rule)]).toEqual([
        words,
        1,
        expect.arrayContaining([rule]),
      ]);
    }
    expect(existsSync(join(folder, 'public'))).toBe(false);
    expect(existsSync(join(folder, 'outbox'))).toBe(false);
  });
});
