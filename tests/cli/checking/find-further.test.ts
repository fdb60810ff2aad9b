import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Run, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
});
afterEach(() => workspace[Symbol.dispose]());

function penny(line: string): Promise<Run> {
  return callPenny(line.split(' '), { folder: workspace.folder });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace.folder, path)), { recursive: true });
  writeFileSync(join(workspace.folder, path), text);
}

describe('what is found in newsletter.yaml', () => {
  it('is shown with its line', async () => {
    const settings = readFileSync(join(workspace.folder, 'newsletter.yaml'), 'utf8').trimEnd();
    const line = settings.split('\n').length + 1;
    write('newsletter.yaml', `${settings}\nrules: { mail/subject-lang: off }\n`.replaceAll('\n', '\r\n'));
    expect((await penny('check')).error).toContain(
      `newsletter.yaml:${line}:10  error  ignore/unknown-rule\n  ${line} | rules: { mail/subject-lang: off }\n`,
    );
  });
});

describe('the styles in the head of the mail', () => {
  const layout = readFileSync('templates/email/layout.hbs', 'utf8');
  const ownStyle = `<style data-embed>\n${'.a { color: #123456 }\n'.repeat(650)}</style>`;

  it('count with those of the tool’s own head.css', async () => {
    write('templates/email/layout.hbs', layout.replace('</head>', `${ownStyle}</head>`));
    expect((await penny('check')).error).toContain('the styles in the head of the mail are 18 KB');
  });

  it('count without those that a head.css of the workspace stands in for', async () => {
    write('templates/email/layout.hbs', layout.replace('</head>', `${ownStyle}</head>`));
    write('templates/email/head.css', 'p { color: #123456 }\n');
    expect((await penny('check')).error).not.toContain('mail/style-size');
  });
});

describe('templates of the workspace’s own', () => {
  it('are filled with the newest issue: what fails is said with its file and line', async () => {
    write('templates/web/role.hbs', '<p>\n{{titel}}</p>\n');
    write('templates/text/card.hbs', '{{#if title}}');
    const { code, error } = await penny('check');
    expect(code).toBe(1);
    expect(error).toContain('templates/web/role.hbs:2:3  error  mail/template-fails\n  2 | {{titel}}</p>\n');
    expect(error).toContain('templates/text/card.hbs:1:1  error  mail/template-fails\n');
  });

  it.each(['email/role.hbs', 'text/layout.hbs'])('are not complained of twice: %s', async (file) => {
    write(`templates/${file}`, '{{#if title}}');
    expect((await penny('check')).error.split(`templates/${file}:`)).toHaveLength(2);
  });

  it('must not leave the letter out of the text part', async () => {
    write('templates/text/layout.hbs', '{{unsubscribeUrl}}');
    expect((await penny('check')).error).toContain('templates/text/layout.hbs:1:1  error  mail/text-part\n');
    write('templates/text/layout.hbs', readFileSync('templates/text/layout.hbs', 'utf8').toUpperCase());
    expect((await penny('check')).error).toContain('mail/template-fails');
    write(
      'templates/text/layout.hbs',
      readFileSync('templates/text/layout.hbs', 'utf8').replace('* * *', '***'),
    );
    expect((await penny('check')).code).toBe(0);
  });
});
