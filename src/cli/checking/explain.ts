import { explainRule, suggestRule } from '../../check/explain-rule.ts';
import { formatExplanation } from '../../terminal/findings-explanation.ts';
import { type CommandContext, type Outcome, UsageError } from '../command.ts';

/** `penny check --explain RULE`. */
export function explain(name: string, { terminal }: CommandContext): Outcome {
  const rule = explainRule(name);
  if (rule === undefined) {
    const meant = suggestRule(name);
    const hint =
      meant === undefined
        ? 'write it as a finding shows it, such as role/apply-missing'
        : `did you mean ${meant}?`;
    throw new UsageError(`there is no rule “${name}”`, hint);
  }
  const { what, why, fix, severity } = rule;
  return {
    exitCode: 0,
    json: { rule: rule.name, severity, what, why, fix },
    text: formatExplanation(rule, terminal),
  };
}
