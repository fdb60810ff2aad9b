import type { Rule } from '../rule.ts';
import { findRoleWording } from '../wording/find-role-wording.ts';
import { sampleRoleWording } from '../wording/sample-role-wording.ts';

const means = 'shuts people out by where they come from';

export const languageOrigin: Rule = {
  name: 'language/origin',
  severity: 'warning',
  what: 'A phrase in an open role, in English, asks where people come from: native english speaker, us citizens only, canadian experience.',
  why: 'What counts is what they can do and whether they may work there; most such limits are against the law.',
  fix: 'Ask for the language, the permit or the work itself.',
  samples: () => ({
    good: [
      sampleRoleWording(
        '- fluent in english, no visa sponsorship, no visa needed\n- cloud-native, speakers welcome, us citizens and others',
      ),
    ],
    bad: [
      {
        sample: sampleRoleWording('- native English speakers, U.S. citizens only'),
        finds: [
          {
            at: '12:3-12:26',
            message: `“native English speakers” ${means}`,
            hint: 'write “fluent in english”',
          },
          {
            at: '12:28-12:46',
            message: `“U.S. citizens only” ${means}`,
            hint: 'write “must be allowed to work in the us”',
          },
        ],
      },
      {
        sample: sampleRoleWording('- sell', ['benefits: no visa, no accent']),
        finds: [
          {
            at: '10:11-10:18',
            message: `“no visa” ${means}`,
            hint: 'write “must be allowed to work in”, and the country',
          },
          { at: '10:20-10:29', message: `“no accent” ${means}`, hint: 'write “speaks clearly”' },
        ],
      },
    ],
  }),
  check: (context) => findRoleWording(context, 'origin', means),
};
