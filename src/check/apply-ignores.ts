import type { WrittenIssue } from '../issue/issue.ts';
import type { Finding } from '../source/finding.ts';
import { explainRule, isProtected, suggestRule } from './explain-rule.ts';
import { ignoreRules } from './ignore-rules.ts';
import { placeOfField } from './reading/field-place.ts';
import { quote } from './reading/quote.ts';
import type { RuleDescription } from './rule.ts';
import { toFinding } from './to-finding.ts';

/**
 * The findings of one issue without those that its `ignore` silences, and with what is wrong about `ignore` itself:
 * entries that name no rule, that name one which cannot be silenced, or not in an issue, and that silence nothing.
 */
export function applyIgnores(issue: WrittenIssue, findings: readonly Finding[]): readonly Finding[] {
  const entries = issue.frontMatter.fields.ignore ?? [];
  const silenced = new Set(entries.map(({ rule }) => rule).filter((rule) => !isProtected(rule)));
  const found = new Set(findings.map(({ rule }) => rule));
  const faults = entries.flatMap(({ rule }, index) => {
    const fault = judge(rule, found);
    if (fault === undefined) return [];
    const place = placeOfField(issue.frontMatter, `ignore.${index}.rule`);
    return toFinding(fault.rule, issue.file, { place, message: fault.message, hint: fault.hint });
  });
  return [...findings.filter(({ rule }) => !silenced.has(rule)), ...faults];
}

interface Fault {
  readonly rule: RuleDescription;
  readonly message: string;
  readonly hint: string;
}

function judge(name: string, found: ReadonlySet<string>): Fault | undefined {
  if (isProtected(name)) {
    return {
      rule: ignoreRules.forbidden,
      message: `${quote(name)} cannot be silenced`,
      hint: 'fix what it finds, and delete this entry',
    };
  }
  const rule = explainRule(name);
  if (rule === undefined) {
    const close = suggestRule(name);
    return {
      rule: ignoreRules.unknown,
      message: `there is no rule ${quote(name)}`,
      hint: close === undefined ? 'write the name as the finding shows it' : `did you mean ${close}?`,
    };
  }
  if (rule.elsewhere === true) {
    return {
      rule: ignoreRules.elsewhere,
      message: `${quote(name)} cannot be ignored in an issue, as it finds nothing in one`,
      hint: `write rules: {${name}: off} into newsletter.yaml, and delete this entry`,
    };
  }
  if (rule.occasional === true || found.has(name)) return undefined;
  return {
    rule: ignoreRules.unused,
    message: `${quote(name)} finds nothing in this file`,
    hint: 'delete this entry',
  };
}
