import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/check/archive.ts';
import { runRule } from '../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../src/check/newsletter.ts';
import type { Rule } from '../../src/check/rule.ts';
import { RuleFailure } from '../../src/check/rule-failure.ts';
import { checkSample, parseFiles } from './parse-sample.ts';

const sound = '---open role\ntitle: vp of sales\napply: mailto:hello@penny.example\n---\n\n- series a\n';

function issue(number: number, body: string): string {
  return `---\ntitle: two way street ${number}\nnumber: ${number}\ndate: 2026-11-23\nsubtitle: who has control?\n---\n${body}`;
}

describe('checking the issues of a workspace', () => {
  it('has one note about the issues of this newsletter, and changes nothing', () => {
    const names = readdirSync('issues').map((name) => `issues/${name}`);
    const texts = names.map((name) => [name, readFileSync(name, 'utf8')]);
    expect(names).toContain('issues/001-are-interviews-really-a-two-way-street.md');
    const { findings } = checkSample(parseFiles(Object.fromEntries(texts)));
    expect(findings.map(({ severity, rule, message }) => [severity, rule, message])).toEqual([
      [
        'note',
        'language/strong-words',
        '2 strong words in your essay (53:143, 66:77), left as you wrote them',
      ],
    ]);
  });

  it('has nothing to say about a sound issue', () => {
    expect(checkSample(parseFiles({ 'issues/001-a.md': issue(1, sound) }))).toEqual({
      findings: [],
      summary: { errors: 0, warnings: 0, notes: 0 },
    });
  });

  it('finds every one of fifty faults in one run', () => {
    const faults = [
      '[apply](#)',
      '[about](/jobs)',
      'what TODO here',
      'she said<br>no',
      'and ![](https://images.example.com/a.png)',
    ];
    const body = `${sound}\n${Array.from({ length: 10 }, () => faults.join('\n\n')).join('\n\n')}\n`;
    const { findings, summary } = checkSample(parseFiles({ 'issues/001-a.md': issue(1, body) }));
    expect(findings).toHaveLength(50);
    expect(summary).toEqual({ errors: 30, warnings: 20, notes: 0 });
    expect(new Set(findings.map(({ line, column }) => `${line}:${column}`)).size).toBe(50);
  });

  it('sorts by file, then by place, whatever rule they are of', () => {
    const body =
      '---penny for my thoughts\n---\n\n[b](#) TODO ![](https://images.example.com/a.png)\n\nTODO\n';
    const parsed = parseFiles({ 'issues/002-b.md': issue(2, body), 'issues/001-a.md': issue(1, body) });
    const inFile = (file: string): string[] => [
      `${file}:10:1 link/placeholder`,
      `${file}:10:8 text/todo`,
      `${file}:10:13 image/alt-missing`,
      `${file}:12:1 text/todo`,
    ];
    expect(
      checkSample(parsed).findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
    ).toEqual([...inFile('issues/001-a.md'), ...inFile('issues/002-b.md')]);
  });

  it('reports on the named files only, and still compares them with the others', () => {
    const parsed = parseFiles({
      'issues/001-a.md': issue(1, sound),
      'issues/001-b.md': issue(1, `${sound}\nTODO`),
    });
    const { findings } = checkSample(parsed, new Set(['issues/001-b.md']));
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'issues/001-b.md issue/number-duplicate',
      'issues/001-b.md text/todo',
    ]);
    expect(checkSample(parsed, new Set(['issues/001-a.md'])).findings).toEqual([]);
  });

  it('finds what is wrong with the text of an issue whose fields are wrong, too', () => {
    const text =
      '---\ntitle: two way street\nnumber: one\ndate: 2026-02-30\n---\n\n---penny for my thoughts\n---\n\nTODO\n';
    const { findings } = checkSample(parseFiles({ 'issues/001-a.md': text }));
    expect(findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      '1 mail/preheader-missing',
      '3 schema/type',
      '4 issue/date',
      '10 text/todo',
    ]);
  });

  it('has the findings of the other files when one cannot be read at all', () => {
    const parsed = parseFiles({
      'issues/001-a.md': '\u0000\u0001',
      'issues/002-b.md': issue(2, `${sound}\nTODO`),
    });
    const { findings } = checkSample(parsed);
    expect(findings.some(({ file }) => file === 'issues/001-a.md')).toBe(true);
    expect(findings.some(({ rule }) => rule === 'text/todo')).toBe(true);
  });
});

describe('a rule that fails', () => {
  const cause = new TypeError('cannot read properties of undefined');
  const rule: Rule = {
    name: 'text/broken',
    severity: 'note',
    what: '',
    why: '',
    fix: '',
    samples: () => ({ good: [], bad: [] }),
    check: () => {
      throw cause;
    },
  };

  it('is named with its file, and keeps the cause', () => {
    const [parsed] = parseFiles({ 'issues/001-a.md': issue(1, sound) });
    if (parsed?.written === undefined) throw new Error('the sample cannot be read');
    const { written } = parsed;
    const context = {
      issue: written,
      archive: createArchive([written]),
      newsletter: sampleNewsletter,
      names: [],
    };
    expect(() => runRule(rule, context)).toThrow(
      new RuleFailure('text/broken', 'issues/001-a.md', { cause }),
    );
    expect(() => runRule(rule, context)).toThrow('the rule text/broken failed on issues/001-a.md');
  });
});
