import { styleText } from 'node:util';
import type { RuleDescription } from '../check/rule.ts';

/** One rule as `penny check --explain` prints it. */
export function formatExplanation(rule: RuleDescription, { colour }: { readonly colour: boolean }): string {
  const bold = (text: string): string => (colour ? styleText('bold', text, { validateStream: false }) : text);
  return [
    `${bold(rule.name)}  ${rule.severity}`,
    '',
    `${bold('what')}  ${rule.what}`,
    `${bold('why')}   ${rule.why}`,
    `${bold('fix')}   ${rule.fix}`,
  ].join('\n');
}
