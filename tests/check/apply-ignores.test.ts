import { describe, expect, it } from 'vitest';
import { checkSample, parseFiles } from './parse-sample.ts';

const longTitle = 'two way street '.repeat(5).trim();

/** What is found in an issue that has a title too long and these entries in `ignore`, from line 6 on. */
function find(entries: string, body = 'who has control?'): string[] {
  const frontMatter = `title: ${longTitle}\nnumber: 1\ndate: 2026-11-23\nignore:\n${entries}\nsubtitle: who has control?`;
  const text = `---\n${frontMatter}\n---\n---penny for my thoughts\n---\n\n${body}\n`;
  const { findings } = checkSample(parseFiles({ 'issues/001-a.md': text }));
  return findings.map(
    ({ line, column, severity, rule, message, hint }) =>
      `${line}:${column} ${severity} ${rule}: ${message} / ${hint}`,
  );
}

describe('ignore', () => {
  it('silences a rule in its file, with a reason', () => {
    expect(find('  - rule: mail/subject-long\n    why: the long one is the joke')).toEqual([]);
  });

  it('silences every finding of the rule and none of another', () => {
    const ignore =
      '  - rule: mail/subject-long\n    why: a joke\n  - rule: text/raw-html\n    why: shown as it is';
    expect(find(ignore, '<b>a</b> TODO')).toEqual([
      '15:10 error text/todo: “TODO” is left in the text / finish this passage, or delete the word',
    ]);
  });

  it('silences nothing in another file', () => {
    const text = (number: number, ignore: string): string =>
      `---\ntitle: ${longTitle}\nnumber: ${number}\ndate: 2026-11-23\nsubtitle: b\n${ignore}---\n\n---penny for my thoughts\n---\n\na\n`;
    const { findings } = checkSample(
      parseFiles({
        'issues/001-a.md': text(1, 'ignore: [{rule: mail/subject-long, why: a joke}]\n'),
        'issues/002-b.md': text(2, ''),
      }),
    );
    expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['issues/002-b.md', 'mail/subject-long'],
    ]);
  });

  it('knows the rules, and asks which one was meant', () => {
    expect(find('  - rule: mail/subjct-long\n    why: a joke')).toEqual([
      expect.stringMatching(/^2:8 warning mail\/subject-long: /),
      '6:11 error ignore/unknown-rule: there is no rule “mail/subjct-long” / did you mean mail/subject-long?',
    ]);
  });

  it('does not guess when nothing is close', () => {
    expect(find('  - rule: everything\n    why: a joke')).toContain(
      '6:11 error ignore/unknown-rule: there is no rule “everything” / write the name as the finding shows it',
    );
  });

  it('notes an entry that silences nothing', () => {
    expect(
      find('  - rule: mail/subject-long\n    why: a joke\n  - rule: text/todo\n    why: a word of ours'),
    ).toEqual(['8:11 note ignore/unused: “text/todo” finds nothing in this file / delete this entry']);
  });

  it.each(['mail/accent-contrast', 'mail/template', 'mail/style-size', 'image/metadata'])(
    'sends what finds nothing in issues to newsletter.yaml: %s',
    (rule) => {
      expect(find(`  - rule: mail/subject-long\n    why: a joke\n  - rule: ${rule}\n    why: ours`)).toEqual([
        `8:11 error ignore/elsewhere: “${rule}” cannot be ignored in an issue, as it finds nothing in one / write rules: {${rule}: off} into newsletter.yaml, and delete this entry`,
      ]);
    },
  );

  it.each([
    'never-name/text',
    'consent/expired',
    'issue/date',
    'role/apply-missing',
    'issue/number-duplicate',
    'ignore/unused',
  ])('never silences %s', (rule) => {
    expect(find(`  - rule: mail/subject-long\n    why: a joke\n  - rule: ${rule}\n    why: please`)).toEqual([
      `8:11 error ignore/not-allowed: “${rule}” cannot be silenced / fix what it finds, and delete this entry`,
    ]);
  });
});

describe('what cannot be ignored', () => {
  it('is found all the same', () => {
    const frontMatter =
      'title: a\nsubtitle: b\nnumber: 1\ndate: 2026-11-23\nignore: [{rule: role/apply-missing, why: soon}]';
    const text = `---\n${frontMatter}\n---\n\n---open role\ntitle: vp of sales\n---\n\n- series a\n`;
    const { findings } = checkSample(parseFiles({ 'issues/001-a.md': text }));
    expect(findings.map(({ rule }) => rule)).toEqual(['ignore/not-allowed', 'role/apply-missing']);
  });
});
