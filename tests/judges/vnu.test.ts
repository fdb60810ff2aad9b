import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWithJava } from '../system.ts';
import { type JudgedDocument, judgedMails, judgedPages, judgedPreviewPages } from './judged-documents.ts';
import { vnuExceptions } from './mail-exceptions.ts';

interface Complaint {
  readonly name: string;
  readonly line: number;
  readonly message: string;
}

const require = createRequire(import.meta.url);
const jar = require.resolve('vnu-jar/build/dist/vnu.jar');

/** What the Nu Html Checker, the W3C’s, says: errors and warnings. One run for all, for a machine of Java’s starts slowly. */
function askVnu(java: string, documents: readonly JudgedDocument[]): readonly Complaint[] {
  const folder = mkdtempSync(join(tmpdir(), 'penny-vnu-'));
  try {
    for (const [index, { html }] of documents.entries()) writeFileSync(join(folder, `${index}.html`), html);
    const output = execFileSync(
      java,
      ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', folder],
      {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const { messages } = JSON.parse(output) as {
      messages: readonly { url: string; lastLine: number; message: string }[];
    };
    return messages.map(({ url, lastLine, message }) => ({
      name: documents[Number.parseInt(basename(url), 10)]?.name ?? url,
      line: lastLine,
      message,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWithJava('the Nu Html Checker', (java) => {
  const broken = {
    name: 'a broken page',
    html: '<!DOCTYPE html><html lang="en"><title>x</title><p><div></p>',
  };
  let complaints: readonly Complaint[] = [];

  beforeAll(async () => {
    const mails = await judgedMails();
    complaints = askVnu(java, [...judgedPages(), ...judgedPreviewPages(), ...mails, broken]);
  });

  const isOfMail = ({ name }: Complaint) => name.startsWith('mail: ');

  it('has nothing to say of any page of a site or of the preview', () => {
    expect(complaints.filter((complaint) => !isOfMail(complaint) && complaint.name !== broken.name)).toEqual(
      [],
    );
  });

  it('says of the mails what we know of, and nothing else', () => {
    const isKnown = ({ message }: Complaint) => vnuExceptions.some((known) => known.message.test(message));
    expect(complaints.filter((complaint) => isOfMail(complaint) && !isKnown(complaint))).toEqual([]);
  });

  it.each(vnuExceptions)('still says $message: $why', ({ message }) => {
    expect(
      complaints.filter((complaint) => isOfMail(complaint) && message.test(complaint.message)),
    ).not.toEqual([]);
  });

  it('sees a fault', () => {
    expect(complaints.filter(({ name }) => name === broken.name)).not.toEqual([]);
  });
});
