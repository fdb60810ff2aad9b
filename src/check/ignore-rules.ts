import type { RuleDescription } from './rule.ts';

/** What can be wrong with an entry of `ignore` itself. `applyIgnores` finds these; none of them can be ignored in turn. */
export const ignoreRules = {
  unknown: {
    name: 'ignore/unknown-rule',
    severity: 'error',
    neverIgnored: true,
    what: 'An entry of `ignore`, or of `rules` in newsletter.yaml, names a rule that does not exist.',
    why: 'The entry does nothing, while its author believes that it does.',
    fix: 'Write the name as the finding shows it, such as `mail/subject-long`.',
  },
  forbidden: {
    name: 'ignore/not-allowed',
    severity: 'error',
    neverIgnored: true,
    what: 'An entry of `ignore`, or of `rules` in newsletter.yaml, names a rule that cannot be silenced or changed: `never-name/*`, `consent/*`, or what the format itself demands.',
    why: 'Those protect people, or stand for text that cannot be published at all.',
    fix: 'Fix what the rule finds, and delete the entry.',
  },
  elsewhere: {
    name: 'ignore/elsewhere',
    severity: 'error',
    neverIgnored: true,
    what: 'An entry of `ignore` names a rule whose findings stand in no issue: in newsletter.yaml, in a template, or in a picture.',
    why: 'The entry does nothing, while its author believes that it does.',
    fix: 'Say so in newsletter.yaml, such as `rules: {mail/accent-contrast: off}`, and delete the entry.',
  },
  unused: {
    name: 'ignore/unused',
    severity: 'note',
    neverIgnored: true,
    what: 'An entry of `ignore` names a rule that finds nothing in this file.',
    why: 'The fault is gone; left in place, the entry would hide the next one.',
    fix: 'Delete the entry.',
  },
} satisfies Readonly<Record<string, RuleDescription>>;
