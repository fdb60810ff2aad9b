import type { CheckResult } from '../check/check-result.ts';
import type { Finding } from '../source/finding.ts';

/** The document of `penny check --json`. Every finding has the same keys in the same order; `hint` is null without one. */
export function findingsDocument({ findings, summary }: CheckResult): object {
  return {
    findings: findings.map(toDocument),
    summary: { errors: summary.errors, warnings: summary.warnings, notes: summary.notes },
  };
}

function toDocument(finding: Finding): Record<Exclude<keyof Finding, 'fix'>, unknown> {
  return {
    file: finding.file,
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    severity: finding.severity,
    rule: finding.rule,
    message: finding.message,
    hint: finding.hint ?? null,
  };
}
