import { expect, it } from 'vitest';
import { applySettings, judgeSettings } from '../../src/check/apply-settings.ts';
import type { Finding, Severity } from '../../src/source/finding.ts';

const place = { line: 9, column: 3, endLine: 9, endColumn: 12 };

function finding(rule: string, severity: Severity): Finding {
  return { file: 'issues/001-a.md', ...place, severity, rule, message: 'm', hint: 'h' };
}

function setting(rule: string, severity: Severity | 'off') {
  return { rule, severity, place };
}

it('gives the findings of a rule the weight that the newsletter wants', () => {
  const found = [
    finding('mail/subject-long', 'warning'),
    finding('text/todo', 'error'),
    finding('role/bullet-long', 'note'),
  ];
  const settings = [setting('mail/subject-long', 'error'), setting('role/bullet-long', 'off')];
  expect(applySettings(found, settings).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['mail/subject-long', 'error'],
    ['text/todo', 'error'],
  ]);
});

it.each(['never-name/text', 'consent/ended', 'schema/unknown-key', 'role/apply-missing'])(
  'never changes %s, and says so',
  (rule) => {
    const found = [finding(rule, 'error')];
    expect(applySettings(found, [setting(rule, 'off')])).toEqual(found);
    expect(judgeSettings([setting(rule, 'off')])).toMatchObject([
      { file: 'newsletter.yaml', line: 9, column: 3, severity: 'error', rule: 'ignore/not-allowed' },
    ]);
  },
);

it('asks which rule was meant', () => {
  expect(judgeSettings([setting('mail/subject-lon', 'off'), setting('text/todo', 'note')])).toMatchObject([
    { rule: 'ignore/unknown-rule', hint: 'did you mean mail/subject-long?' },
  ]);
});
