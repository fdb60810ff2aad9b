import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findRoleWording } from '../wording/find-role-wording.ts';
import { sampleRoleWording } from '../wording/sample-role-wording.ts';

const means = 'tells people nothing about the work';

export const languageHype: Rule = {
  name: 'language/hype',
  severity: 'note',
  what: 'An open role, in English, has a word such as rockstar, ninja, guru, crush it, or like a family.',
  why: 'Every ad has it, and it makes many good people scroll on.',
  fix: 'Say what they will do, or what they have done.',
  samples: () => ({
    good: [
      sampleRoleWording(
        '- owns the setup wizard, came from rockstar games, sells to family offices, crushing debt, predominates',
      ),
      sampleEssay('a rockstar who will crush it'),
    ],
    bad: [
      {
        sample: sampleRoleWording(
          '- a Sales Ninja who wants to crush it\n- work hard, play hard: we’re like a family',
        ),
        finds: [
          { at: '12:11-12:16', message: `“Ninja” ${means}`, hint: 'write what they have done' },
          { at: '12:30-12:38', message: `“crush it” ${means}`, hint: 'write the goal, with a figure' },
          { at: '13:3-13:23', message: `“work hard, play hard” ${means}`, hint: 'write the hours' },
          { at: '13:31-13:44', message: `“like a family” ${means}`, hint: 'write how you work together' },
        ],
      },
    ],
  }),
  check: (context) => findRoleWording(context, 'hype', means),
};
