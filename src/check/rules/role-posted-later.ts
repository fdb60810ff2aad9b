import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint = 'write the day on which it was first advertised, or delete posted: to take the issue’s date';

export const rolePostedLater: Rule = {
  name: 'role/posted-later',
  severity: 'warning',
  what: 'An open role has a `posted` date that is after the date of the issue.',
  why: 'Search engines read this date, and readers hold the issue in hand: one of the two dates is a slip.',
  fix: 'Write the day on which it was first advertised, or leave `posted` out: then it is the issue’s date.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'posted: 2026-11-23']),
      sampleRole(['title: vp of sales', 'posted: 2026-12-01', 'status: paused']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'posted: 2026-12-01']),
        finds: [
          {
            at: '9:9-9:19',
            message: '“vp of sales” is posted on 2026-12-01, the issue is dated 2026-11-23',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const { date } = issue.frontMatter.fields;
    for (const role of openRolesOf(issue)) {
      const { posted } = role.fields;
      if (date === undefined || posted === undefined || posted <= date) continue;
      yield {
        place: placeOfField(role, 'posted'),
        message: `${nameOfRole(role)} is posted on ${posted}, the issue is dated ${date}`,
        hint,
      };
    }
  },
};
