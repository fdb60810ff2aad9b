import type { RuleDescription } from '../rule.ts';

/** What is said of the never-name list beyond single issues. None of it can be silenced. */
export const neverNameRules = {
  output: {
    name: 'never-name/output',
    severity: 'error',
    neverIgnored: true,
    what: 'A page or a message that would leave the house shows an entry of the never-name list.',
    why: 'It is the last look before everybody can read it; what the sources hide, a template or a setting may show.',
    fix: 'Find where it comes from and take it out; if it is only a word there, allow the phrase in the list.',
  },
  noList: {
    name: 'never-name/no-list',
    severity: 'note',
    neverIgnored: true,
    what: 'There are candidates or confidential roles, and no list of names that must not appear.',
    why: 'A name slips into a link or a sentence unseen; with a list, nothing that shows one can be built or sent.',
    fix: 'Write `- term: the name` into `.private/never-name.yaml`, which git must ignore, or set `PENNY_NEVER_NAME`.',
  },
} satisfies Readonly<Record<string, RuleDescription>>;
