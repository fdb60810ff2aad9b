import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/source/finding.ts';
import { formatGithub } from '../../src/terminal/findings-github.ts';

const finding: Finding = {
  file: 'issues/001-sample.md',
  line: 7,
  column: 1,
  endLine: 7,
  endColumn: 13,
  severity: 'error',
  rule: 'role/apply-missing',
  message: 'nobody can apply',
};

describe('findings as workflow annotations', () => {
  it('are one line each, by severity', () => {
    const findings: readonly Finding[] = [
      { ...finding, hint: 'add apply:' },
      { ...finding, severity: 'warning' },
      { ...finding, severity: 'note' },
    ];
    const place = 'file=issues/001-sample.md,line=7,endLine=7,col=1,endColumn=13,title=role/apply-missing';
    expect(formatGithub(findings).split('\n')).toEqual([
      `::error ${place}::nobody can apply%0Ahint: add apply:`,
      `::warning ${place}::nobody can apply`,
      `::notice ${place}::nobody can apply`,
    ]);
  });

  it('leave the columns out where a span has several lines', () => {
    expect(formatGithub([{ ...finding, endLine: 9 }])).toBe(
      '::error file=issues/001-sample.md,line=7,endLine=9,title=role/apply-missing::nobody can apply',
    );
  });

  it('cannot be broken out of by a file name or a message', () => {
    const hostile = { ...finding, file: 'a,line=1::b%.md', message: '100%\n::error::gotcha\r\u001b[2J' };
    expect(formatGithub([hostile])).toBe(
      '::error file=a%2Cline=1%3A%3Ab%25.md,line=7,endLine=7,col=1,endColumn=13,title=role/apply-missing' +
        '::100%25%0A::error::gotcha<U+000D><U+001B>[2J',
    );
  });

  it('are nothing when there is nothing to say', () => {
    expect(formatGithub([])).toBe('');
  });
});
