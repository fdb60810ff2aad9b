import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/cli/program.ts';
import { createWorkspace, type Run, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

const firstIssue = 'issues/001-are-interviews-really-a-two-way-street.md';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
});
afterEach(() => {
  workspace[Symbol.dispose]();
});

function penny(words: string, input = ''): Promise<Run> {
  return callPenny(words.split(' '), { folder: workspace.folder, input });
}

async function pennyJson(words: string): Promise<unknown> {
  return JSON.parse((await penny(`${words} --json`)).output);
}

/** Adds an issue to the workspace. */
function writeIssue(name: string, frontMatter: string, body = '---penny for my thoughts\n---\n\nhi\n'): void {
  writeFileSync(join(workspace.folder, 'issues', name), `---\n${frontMatter}\n---\n\n${body}`);
}

describe('check', () => {
  const broken = 'number: 2\ntitle: two\ndate: 2026-02-30';

  it('ends with 0 and says nothing on standard output when nothing is wrong', async () => {
    expect(await penny('check')).toMatchObject({ code: 0, output: '' });
  });

  it('ends with 1 on an error, with its place, on standard error', async () => {
    writeIssue('002-two.md', broken);
    const { code, output, error } = await penny('check');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain('issues/002-two.md:4:7');
  });

  it('looks at the named issues only', async () => {
    writeIssue('002-two.md', broken);
    expect((await penny('check 1')).code).toBe(0);
    expect((await penny('check two')).code).toBe(1);
    expect((await penny('check issues/002-two.md')).code).toBe(1);
    expect((await penny('check 1 2')).code).toBe(1);
  });

  it('counts warnings as errors with --strict', async () => {
    const file = join(workspace.folder, firstIssue);
    const long = readFileSync(file, 'utf8').replace(/^title: are/m, `title: ${'really '.repeat(40)}are`);
    writeFileSync(file, long);
    const lax = await penny('check 1');
    const strict = await penny('check 1 --strict');
    expect({ lax: lax.code, strict: strict.code }).toEqual({ lax: 0, strict: 1 });
  });

  it('prints findings as one JSON document', async () => {
    writeIssue('002-two.md', broken);
    expect(await pennyJson('check')).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ file: 'issues/002-two.md', line: 4, column: 7, severity: 'error' }),
      ]),
      summary: { errors: expect.any(Number) },
    });
  });

  it('prints workflow annotations on standard output with --format github', async () => {
    writeIssue('002-two.md', broken);
    const { code, output } = await penny('check --format github');
    expect(code).toBe(1);
    expect(output).toMatch(/^::error file=issues\/002-two\.md,line=4,/m);
  });

  it('explains a rule', async () => {
    const { code, output } = await penny('check --explain role/apply-missing');
    expect(code).toBe(0);
    expect(output).toContain('role/apply-missing');
    expect(await pennyJson('check --explain role/apply-missing')).toEqual({
      rule: 'role/apply-missing',
      severity: 'error',
      what: expect.stringMatching(/./),
      why: expect.stringMatching(/./),
      fix: expect.stringMatching(/./),
    });
  });
});

describe('check --online', () => {
  it('calls nothing in a private network, and says so where the link stands', async () => {
    writeFileSync(
      join(workspace.folder, 'issues/002-b.md'),
      '---\ntitle: b\nsubtitle: c\nnumber: 2\ndate: 2026-11-30\n---\n\n---penny for my thoughts\n---\n\n[a](http://[::ffff:7f00:1]:1/)\n',
    );
    expect((await penny('check 2')).error).not.toContain('link/not-public');
    const { error } = await penny('check 2 --online');
    expect(error).toMatch(/issues\/002-b\.md:11:5 {2}warning {2}link\/not-public/);
  });
});

describe('templates of the workspace’s own', () => {
  function writeTemplate(path: string, text: string): void {
    mkdirSync(join(workspace.folder, 'templates/email'), { recursive: true });
    writeFileSync(join(workspace.folder, 'templates/email', path), text);
  }

  it('are held against what mail clients do, at their own lines', async () => {
    writeTemplate('head.css', 'p { color: red }\n.card { display: grid }\n');
    const { code, error } = await penny('check');
    expect(code).toBe(0);
    expect(error).toMatch(
      /templates\/email\/head\.css:2:9 {2}warning {2}mail\/unsupported-css\n +2 \| \.card/,
    );
  });

  it('stop a mailing when mail clients would refuse it', async () => {
    const footer = readFileSync('templates/email/layout.hbs', 'utf8');
    writeTemplate('layout.hbs', footer.replace('</body>', '<script>alert(1)</script></body>'));
    const { code, error } = await penny('send 1 --to subscribers.csv --yes');
    expect([code, error]).toEqual([1, expect.stringContaining('error  mail/template-script')]);
    expect(existsSync(join(workspace.folder, 'outbox'))).toBe(false);
  });

  it('may be left to their author by newsletter.yaml', async () => {
    writeTemplate('head.css', '.card { display: grid }\n');
    const settings = join(workspace.folder, 'newsletter.yaml');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}rules: { mail/unsupported-css: off }\n`);
    expect((await penny('check')).error).not.toContain('head.css');
  });
});

describe('check of a large issue', () => {
  it('says that Gmail would cut the mail off, unless the issue ignores it', async () => {
    const rows = `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(600)}`;
    const write = (more: string): void =>
      writeFileSync(
        join(workspace.folder, 'issues/002-large.md'),
        `---\ntitle: large\nsubtitle: b\nnumber: 2\ndate: 2026-11-30\n${more}---\n\n---penny for my thoughts\n---\n\n${rows}`,
      );
    write('');
    expect((await penny('check 2')).error).toMatch(/issues\/002-large\.md:2:8 {2}warning {2}mail\/clipped/);
    write('ignore: [{rule: mail/clipped, why: it is the yearly one}]\n');
    expect((await penny('check 2')).error).not.toContain('mail/clipped');
  });
});

describe('render', () => {
  it.each([
    ['email', /<!doctype html/i],
    ['text', /are interviews really a two way street/],
    ['web', /<!doctype html/i],
    ['eml', /^Subject: /m],
  ])('prints the %s, and the same within JSON', async (form, looks) => {
    const { code, output } = await penny(`render 1 --as ${form}`);
    expect(code).toBe(0);
    expect(output).toMatch(looks);
    const json = await pennyJson(`render 1 --as ${form}`);
    if (form !== 'eml') expect(json).toEqual({ issue: 1, as: form, output });
  });

  it('is refused while the issue has an error', async () => {
    writeIssue('002-two.md', 'number: 2\ntitle: two\ndate: 2026-02-30');
    expect(await penny('render 2 --as text')).toMatchObject({ code: 1, output: '' });
  });

  it('addresses the message to the subscriber of --for', async () => {
    await penny('subscribers import subscribers.csv');
    expect((await penny('render 1 --as eml --for li@example.net')).output).toMatch(/^To: .*li@example\.net/m);
  });

  it('shows a reader what their message says, whatever they are called', async () => {
    await penny('subscribers import subscribers.csv');
    mkdirSync(join(workspace.folder, '.private'));
    writeFileSync(join(workspace.folder, '.private/never-name.yaml'), '- term: li@example.net\n');
    writeFileSync(join(workspace.folder, '.gitignore'), '.private\n');
    const { code, output } = await penny('render 1 --as eml --for li@example.net');
    expect([code, output]).toEqual([0, expect.stringMatching(/^To: .*li@example\.net/m)]);
  });

  it('has no page for one reader', async () => {
    const { code, error } = await penny('render 1 --as web --for li@example.net');
    expect([code, error]).toEqual([2, expect.stringContaining('leave --for out')]);
  });

  it('creates no database to look for somebody', async () => {
    expect((await penny('render 1 --as text --for li@example.net')).code).toBe(2);
    expect(readdirSync(workspace.folder)).not.toContain('.penny');
  });
});

describe('build', () => {
  it('writes the site where it is told, and finds nothing to do the second time', async () => {
    expect((await penny('build --out site')).code).toBe(0);
    expect(existsSync(join(workspace.folder, 'site/index.html'))).toBe(true);
    expect(await pennyJson('build --out site')).toMatchObject({ written: 0, removed: 0 });
  });

  it('says of ten roles what keeps them out of the search engines, and of how many more', async () => {
    const file = join(workspace.folder, firstIssue);
    const role = (number: number): string =>
      `---open role\ntitle: job ${number}\ncompany: example ${number}\napply: https://jobs.example.com/${number}\n---\n`;
    const roles = Array.from({ length: 11 }, (_, number) => role(number));
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${roles.join('\n')}`);
    const { code, error } = await penny('build');
    expect(code).toBe(0);
    expect(error.match(/has no job posting/g)).toHaveLength(10);
    expect(error).toContain('note: and 2 more; --json lists them all');
    expect(await pennyJson('build')).toMatchObject({ notes: { length: 12 } });
  });

  it('says what keeps a role out of the search engines, and which role has closed by a day', async () => {
    const file = join(workspace.folder, firstIssue);
    const text = readFileSync(file, 'utf8').replace('---open role\n', '---open role\ncloses: 2026-12-01\n');
    writeFileSync(file, text);
    const page = () => readFileSync(join(workspace.folder, 'public/roles/vp-of-sales/index.html'), 'utf8');
    const { error } = await penny('build --now 2026-12-01');
    expect(error).toContain('roles/vp-of-sales/ has no job posting for search engines; it lacks a location');
    expect(page()).not.toContain('has closed');
    expect((await penny('build --now 2026-12-02')).error).not.toContain('job posting');
    expect(page()).toContain('this role has closed');
    for (const day of ['tomorrow', '2026-02-30', '2026-13-01'])
      expect(await penny(`build --now ${day}`)).toMatchObject({
        code: 2,
        error: expect.stringContaining('2026-11-23'),
      });
  });

  it.each([
    ...['.', '..', 'issues', 'templates/site', 'outbox'],
    ...['.penny', '.penny/site', '.private', '.git/site'],
  ])('does not write over the workspace with --out %s', async (folder) => {
    const { code, error } = await penny(`build --out ${folder}`);
    expect(code).toBe(2);
    expect(error).toContain('hint: ');
    // What was made of pictures is kept beside the database, whatever becomes of the site.
    const files = readdirSync(workspace.folder).sort();
    expect(files).toEqual(['.penny', 'issues', 'newsletter.yaml', 'subscribers.csv']);
    expect(readdirSync(join(workspace.folder, 'issues'))).toEqual([firstIssue.replace('issues/', '')]);
  });
});

describe('subscribers', () => {
  it('exports a list that imports again to the same list', async () => {
    await penny('subscribers import subscribers.csv');
    const { output } = await penny('subscribers export');
    using other = createWorkspace();
    const again = { folder: other.folder, input: output };
    expect((await callPenny(['subscribers', 'import', '-'], again)).code).toBe(0);
    expect((await callPenny(['subscribers', 'export'], again)).output).toBe(output);
  });

  it('exports a long list piece by piece', async () => {
    const people = Array.from({ length: 1_200 }, (_, index) => `reader${index}@example.com`);
    await penny('subscribers import -', `email\n${people.join('\n')}\n`);
    const pieces: string[] = [];
    const output = new Writable({
      decodeStrings: false,
      write: (piece: string, _encoding, done) => {
        pieces.push(piece);
        done();
      },
    });
    const streams = { input: new PassThrough().end(), output, error: new PassThrough() };
    await runProgram(['subscribers', 'export'], { streams, environment: {}, folder: workspace.folder });
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(50_000);
    expect(pieces.join('').trimEnd().split('\n')).toHaveLength(1_201);
  });

  it('writes nothing in a dry run', async () => {
    expect((await penny('subscribers import subscribers.csv --dry-run')).output).toContain('a dry run');
    expect(await pennyJson('subscribers list')).toEqual({ subscribers: [], count: 0 });
  });

  it('keeps the good rows, names the bad one and ends with 1', async () => {
    const { code, output } = await penny('subscribers import -', 'email\nli@example.net\nnobody\n');
    expect(code).toBe(1);
    expect(output).toContain('line 3 rejected');
    expect(await pennyJson('subscribers list --status active')).toMatchObject({ count: 1 });
    expect(await pennyJson('subscribers list --status pending')).toMatchObject({ count: 0 });
  });
});

describe('send and status', () => {
  it('tells how every recipient stands', async () => {
    expect((await penny('status')).output).toContain('nothing was sent yet');
    const sent = await penny('send 1 --to subscribers.csv --yes');
    expect(sent.code).toBe(0);
    const { output } = await penny('status 1 --recipients');
    expect(output).toMatch(/li@example\.net +accepted +1/);
    expect(await pennyJson('status 1 --recipients')).toMatchObject({
      mailings: [
        {
          issue: 1,
          state: 'finished',
          recipients: expect.arrayContaining([expect.objectContaining({ address: 'li@example.net' })]),
        },
      ],
    });
  });

  it('says of an issue that it was not sent, also while others were', async () => {
    await penny('send 1 --to subscribers.csv --yes');
    expect((await penny('status 77')).output).toBe('issue 77 was not sent yet\n');
  });

  it.each(['send 1 --yes', 'send 1 --dry-run', 'send 1 --test me@penny.example'])(
    'says in its first line that no mail server is set: %s',
    async (line) => {
      await penny('subscribers import subscribers.csv');
      const { error } = await penny(line);
      expect(error.split('\n')[0]).toBe('no mail server is set: messages are written to outbox/');
    },
  );

  it('shows the plan of a dry run that could not be sent', async () => {
    const { code, output, error } = await penny('send 1 --dry-run');
    expect(code).toBe(2);
    expect(output).toMatch(/^to +0 people$/m);
    expect(error).toContain('audience: nobody');
  });

  it('says that it is a dry run of a mailing that is finished', async () => {
    await penny('send 1 --to subscribers.csv --yes');
    expect(await pennyJson('send 1 --dry-run')).toMatchObject({ dryRun: true, state: 'finished' });
  });

  it('keeps one source of consent for a file, however it was read', async () => {
    mkdirSync(join(workspace.folder, 'lists'));
    writeFileSync(join(workspace.folder, 'lists/a.csv'), 'email\na@example.net\n');
    writeFileSync(join(workspace.folder, 'lists/b.csv'), 'email\nb@example.net\n');
    await penny('subscribers import lists/a.csv');
    await penny('send 1 --to lists/b.csv --yes');
    const { subscribers } = Object(await pennyJson('subscribers list'));
    const sources = subscribers.map(({ consent }: { consent: { source: string } }) => consent.source);
    expect(sources.sort()).toEqual(['a.csv', 'b.csv']);
  });

  it('says that everybody has it when it runs again', async () => {
    await penny('send 1 --to subscribers.csv --yes');
    const again = await penny('send 1 --to subscribers.csv --yes');
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('everybody has it already') });
  });

  it('says how many were not among its people when it runs again', async () => {
    writeFileSync(join(workspace.folder, 'few.csv'), 'email\na@example.net\nb@example.net\n');
    await penny('send 1 --to few.csv --yes');
    await penny('subscribers import -', 'email,status\nc@example.net,\nd@example.net,unsubscribed\n');
    const { output } = await penny('send 1 --yes');
    expect(output).toContain('everybody of its mailing has it already\n');
    expect(output).toContain('\n1 active person was not among them; this issue goes to nobody else\n');
  });

  it('prints one JSON document whose counts add up', async () => {
    const result = Object(await pennyJson('send 1 --to subscribers.csv --yes'));
    const { accepted, deferred, failed, held, unknown, skipped } = result;
    expect(accepted + deferred + failed + held + unknown + skipped).toBe(result.audience);
    expect(result.audience).toBeGreaterThan(0);
  });

  it('tells before anybody is mailed who of a file comes onto the list', async () => {
    await penny('subscribers add li@example.net --source hello');
    writeFileSync(
      join(workspace.folder, 'to.csv'),
      'email\nli@example.net\nann@example.com\nbob@example.com\n',
    );
    const toList = await pennyJson('send 1 --dry-run');
    expect(toList).toMatchObject({ recipients: 1 });
    expect(toList).not.toHaveProperty('added');
    expect(await pennyJson('send 1 --to to.csv --dry-run')).toMatchObject({ recipients: 3, added: 2 });

    const { error } = await penny('send 1 --to to.csv --yes');
    expect(error).toMatch(/^new +2 in the file were not on the list$/m);
  });

  it('asks of a file whose name says so whether its people left', async () => {
    writeFileSync(join(workspace.folder, 'bounced.csv'), 'email\nann@example.com\n');
    const { error } = await penny('send 1 --to bounced.csv --dry-run');
    expect(error).toContain('the file is called bounced.csv, and 1 of its people are taken for readers');
  });

  it('writes nothing to the list in a dry run', async () => {
    expect((await penny('send 1 --to subscribers.csv --dry-run')).code).toBe(0);
    expect(readdirSync(workspace.folder).sort()).toEqual(['issues', 'newsletter.yaml', 'subscribers.csv']);
  });

  it('leaves no mark after a test copy', async () => {
    expect((await penny('send 1 --test me@penny.example')).code).toBe(0);
    expect((await penny('status')).output).toContain('nothing was sent yet');
    const [folder = ''] = readdirSync(join(workspace.folder, 'outbox'));
    const [message = ''] = readdirSync(join(workspace.folder, 'outbox', folder));
    expect(readFileSync(join(workspace.folder, 'outbox', folder, message), 'utf8')).toMatch(
      /^Subject: \[test\] /m,
    );
  });
});

describe('preview', () => {
  it('prints one JSON document, with its address, and ends with 0 on Ctrl-C', async () => {
    const preview = workspace.start('preview --json --port 0 --no-open');
    const closed = once(preview, 'close');
    let output = '';
    preview.stdout.on('data', (chunk: Buffer) => {
      if (output === '') preview.kill('SIGINT');
      output += chunk.toString();
    });
    expect((await closed)[0]).toBe(0);
    expect(JSON.parse(output)).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+/) });
  });
});
