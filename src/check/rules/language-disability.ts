import type { Rule } from '../rule.ts';
import { findRoleWording } from '../wording/find-role-wording.ts';
import { sampleRoleWording } from '../wording/sample-role-wording.ts';

const means = 'shuts out people with a disability';

export const languageDisability: Rule = {
  name: 'language/disability',
  severity: 'warning',
  what: 'A phrase in an open role, in English, asks for a body instead of for work: able-bodied, must be able to stand, in good health.',
  why: 'Much of the work can be done in another way, and the law mostly asks employers to make that possible.',
  fix: 'Say what has to be done, not with which body.',
  samples: () => ({
    good: [
      sampleRoleWording(
        '- must be able to stand up a sales team, to lift revenue, to see around corners\n- normal hours, a team that suffers from slow onboarding, company in good health insurance',
      ),
    ],
    bad: [
      {
        sample: sampleRoleWording('- able-bodied, must be able to stand for 8 hours'),
        finds: [
          {
            at: '12:3-12:14',
            message: `“able-bodied” ${means}`,
            hint: 'write the work itself, such as “moves stock of up to 20 kg”',
          },
          {
            at: '12:16-12:37',
            message: `“must be able to stand” ${means}`,
            hint: 'write the work itself, such as “works at a counter”',
          },
        ],
      },
    ],
  }),
  check: (context) => findRoleWording(context, 'disability', means),
};
