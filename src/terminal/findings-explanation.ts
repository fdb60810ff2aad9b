import { styleText } from 'node:util';
import type { RuleDescription } from '../check/rule.ts';

/** One rule as `penny check --explain` prints it. */
export function formatExplanation(rule: RuleDescription, { colour }: { readonly colour: boolean }): string {
  const bold = (text: string): string => (colour ? styleText('bold', text, { validateStream: false }) : text);
  const kind = rule.neverIgnored === true ? `${rule.severity}, cannot be ignored` : rule.severity;
  return [
    `${bold(rule.name)}  ${kind}`,
    '',
    `${bold('what')}  ${rule.what}`,
    `${bold('why')}   ${rule.why}`,
    `${bold('fix')}   ${rule.fix}`,
  ].join('\n');
}
