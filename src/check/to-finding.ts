import type { Finding } from '../source/finding.ts';
import type { RuleDescription, Trouble } from './rule.ts';

/** What a rule noticed, as a finding about a file. */
export function toFinding(
  { name, severity }: Pick<RuleDescription, 'name' | 'severity'>,
  file: string,
  trouble: Trouble,
): Finding {
  const { line, column, endLine, endColumn } = trouble.place;
  const { message, hint } = trouble;
  return { file, line, column, endLine, endColumn, severity, rule: name, message, hint };
}
