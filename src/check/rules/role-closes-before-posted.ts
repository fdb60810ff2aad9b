import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, rolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint = 'swap the two dates, or correct one of them';

export const roleClosesBeforePosted: Rule = {
  name: 'role/closes-before-posted',
  severity: 'error',
  what: 'A role closes before it is posted.',
  why: 'Nobody could have applied for it, so one of the two dates is wrong.',
  fix: 'Swap the two dates, or correct one of them.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'posted: 2026-11-20', 'closes: 2026-11-20']),
      sampleRole(['title: vp of sales', 'closes: 2026-11-20']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'posted: 2026-12-20', 'closes: 2026-11-30']),
        finds: [
          {
            at: '10:9-10:19',
            message: '“vp of sales” closes on 2026-11-30, before it is posted on 2026-12-20',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of rolesOf(issue)) {
      const { posted, closes } = role.fields;
      if (posted === undefined || closes === undefined || closes >= posted) continue;
      yield {
        place: placeOfField(role, 'closes'),
        message: `${nameOfRole(role)} closes on ${closes}, before it is posted on ${posted}`,
        hint,
      };
    }
  },
};
