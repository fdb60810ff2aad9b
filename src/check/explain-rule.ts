import { didYouMean } from '../source/did-you-mean.ts';
import type { RuleDescription } from './rule.ts';
import { ruleCatalogue } from './rule-catalogue.ts';

/** What, why and how to fix, for `penny check --explain`; undefined when there is no such rule. */
export function explainRule(name: string): RuleDescription | undefined {
  return ruleCatalogue.find((rule) => rule.name === name);
}

/** Whether a rule protects people, or is one that the format demands: nobody may silence it. */
export function isProtected(name: string): boolean {
  return /^(?:never-name|consent)\//.test(name) || explainRule(name)?.neverIgnored === true;
}

/** The rule that somebody meant, for a question: those of that name in any family, else the one whose name is close. */
export function suggestRule(name: string): string | undefined {
  const names = ruleCatalogue.map((rule) => rule.name);
  const bare = names.filter((candidate) => candidate.endsWith(`/${name}`));
  return bare.length > 0 ? bare.join(' or ') : didYouMean(name, names);
}
