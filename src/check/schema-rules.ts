import type { RuleDescription } from './rule.ts';

/** What parsing finds: faults in the form of an issue, described here because `issue/` only knows their names. */
export const schemaRules: readonly RuleDescription[] = [];
