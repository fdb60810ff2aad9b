import type { Finding, Severity } from '../source/finding.ts';
import { safe } from './safe-text.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Findings as annotations of a GitHub workflow, one a line
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). GitHub wants columns only
 * where a span stays on one line. Empty when there is nothing to say.
 */
export function formatGithub(findings: readonly Finding[]): string {
  return findings.map(formatAnnotation).join('\n');
}

function formatAnnotation(finding: Finding): string {
  const { line, column, endLine, endColumn } = finding;
  const properties = Object.entries({
    file: finding.file,
    line,
    endLine,
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: finding.rule,
  }).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = finding.hint === undefined ? finding.message : `${finding.message}\nhint: ${finding.hint}`;
  return `::${commands[finding.severity]} ${properties.join(',')}::${escapeData(text)}`;
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Percent first: the other escapes hold one. Line ends are the format's own, everything else that acts is shown. */
function escapeData(value: string): string {
  const lines = value.replaceAll('%', '%25').split('\n').map(safe);
  return lines.join('%0A');
}
