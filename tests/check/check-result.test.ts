import { expect, it } from 'vitest';
import { summarize, treatWarningsAsErrors } from '../../src/check/check-result.ts';
import type { Finding, Severity } from '../../src/source/finding.ts';

function finding(severity: Severity): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { file: 'issues/001-a.md', ...place, severity, rule: 'text/todo', message: 'left in the text' };
}

it('counts findings by severity', () => {
  const findings = [finding('error'), finding('note'), finding('error'), finding('warning')];
  expect(summarize(findings)).toEqual({ findings, summary: { errors: 2, warnings: 1, notes: 1 } });
});

it('makes errors of warnings and nothing else, and leaves the result it was given alone', () => {
  const result = summarize([finding('error'), finding('warning'), finding('note')]);
  expect(treatWarningsAsErrors(result)).toEqual({
    findings: [finding('error'), finding('error'), finding('note')],
    summary: { errors: 2, warnings: 0, notes: 1 },
  });
  expect(result.summary).toEqual({ errors: 1, warnings: 1, notes: 1 });
});
