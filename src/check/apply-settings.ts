import type { Finding, Severity } from '../source/finding.ts';
import type { Place } from '../source/place.ts';
import { explainRule, isProtected, suggestRule } from './explain-rule.ts';
import { ignoreRules } from './ignore-rules.ts';
import { quote } from './reading/quote.ts';
import { toFinding } from './to-finding.ts';

/** One line of `rules:` in newsletter.yaml. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: Severity | 'off';
  readonly place: Place;
}

/** The findings with the severities that the workspace gave their rules; those of rules that are off are left out. */
export function applySettings(
  findings: readonly Finding[],
  settings: readonly RuleSetting[],
): readonly Finding[] {
  const severities = new Map(
    settings.filter(({ rule }) => !isProtected(rule)).map(({ rule, severity }) => [rule, severity]),
  );
  return findings.flatMap((finding) => {
    const severity = severities.get(finding.rule) ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

/** What is wrong with the settings themselves: rules that do not exist, or that no workspace may change. */
export function judgeSettings(settings: readonly RuleSetting[]): readonly Finding[] {
  return settings.flatMap(({ rule, place }) => {
    if (isProtected(rule)) {
      const message = `the severity of ${quote(rule)} cannot be changed`;
      return toFinding(ignoreRules.forbidden, file, { place, message, hint: 'take this line out' });
    }
    if (explainRule(rule) !== undefined) return [];
    const close = suggestRule(rule);
    const hint = close === undefined ? 'write the name as the finding shows it' : `did you mean ${close}?`;
    return toFinding(ignoreRules.unknown, file, { place, message: `there is no rule ${quote(rule)}`, hint });
  });
}

const file = 'newsletter.yaml';
