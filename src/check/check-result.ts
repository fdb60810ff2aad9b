import type { Finding, Severity } from '../source/finding.ts';

export interface CheckResult {
  /** In the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function summarize(findings: readonly Finding[]): CheckResult {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { findings, summary: { errors: count('error'), warnings: count('warning'), notes: count('note') } };
}

/** The same result as `--strict` sees it: every warning is an error, notes stay notes. */
export function treatWarningsAsErrors({ findings }: CheckResult): CheckResult {
  return summarize(
    findings.map((finding) => (finding.severity === 'warning' ? { ...finding, severity: 'error' } : finding)),
  );
}
