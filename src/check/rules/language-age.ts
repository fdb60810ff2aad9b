import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findRoleWording } from '../wording/find-role-wording.ts';
import { sampleRoleWording } from '../wording/sample-role-wording.ts';

const means = 'can read as an age limit';

export const languageAge: Rule = {
  name: 'language/age',
  severity: 'warning',
  what: 'A word in an open role, in English, sounds as if it were for people of a certain age: young, recent graduate, digital native.',
  why: 'It keeps good people from applying, and authorities have held such ads to be discrimination.',
  fix: 'Say what they need to know or to have done.',
  samples: () => ({
    good: [
      sampleRoleWording(
        '- early career welcome, a young company, mature product, a digital native brand\n- audited by ernst & young, younger than most\n- we serve young families, you sell to young adults\n- you have led a young team before',
      ),
      sampleRoleWording('- young', ['status: filled']),
      sampleEssay('young, energetic, recent graduate: who writes that?'),
    ],
    bad: [
      {
        sample: sampleRoleWording(
          '- Young, energetic team\n- ideal for a recent-graduate or *digital natives*',
        ),
        finds: [
          { at: '12:3-12:8', message: `“Young” ${means}`, hint: 'leave it out' },
          {
            at: '12:10-12:19',
            message: `“energetic” ${means}`,
            hint: 'write what they will do, such as “20 calls a day”',
          },
          { at: '13:15-13:30', message: `“recent-graduate” ${means}`, hint: 'write “early career”' },
          {
            at: '13:35-13:50',
            message: `“digital natives” ${means}`,
            hint: 'write the tools they need to know',
          },
        ],
      },
      {
        sample: sampleRoleWording(
          '- young, recent graduate\n- a young team is looking for you\n- serving families with young people',
        ),
        finds: [
          { at: '12:3-12:8', message: `“young” ${means}`, hint: 'leave it out' },
          { at: '12:10-12:25', message: `“recent graduate” ${means}`, hint: 'write “early career”' },
          { at: '13:5-13:10', message: `“young” ${means}`, hint: 'leave it out' },
          { at: '14:25-14:30', message: `“young” ${means}`, hint: 'leave it out' },
        ],
      },
    ],
  }),
  check: (context) => findRoleWording(context, 'age', means),
};
