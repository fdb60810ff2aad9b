import type { CheckResult } from '../check/check-result.ts';
import type { Finding } from '../source/finding.ts';

/** Everything that JSON allows as it is and that a terminal may take for a command or a change of direction. */
const unsafe = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * The document of `penny check --json`. Every finding has the same keys in the same order; `hint` is null where
 * there is none. Characters that could act on a terminal are escaped, which leaves every value as it is.
 */
export function findingsJson({ findings, summary }: CheckResult): string {
  const document = {
    findings: findings.map(toDocument),
    summary: { errors: summary.errors, warnings: summary.warnings, notes: summary.notes },
  };
  return JSON.stringify(document, null, 2).replaceAll(unsafe, escapeCharacter);
}

function toDocument(finding: Finding): Record<keyof Finding, unknown> {
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

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
