import { daysBetween } from '../reading/days-between.ts';
import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint = 'write a later closes: if the client agrees, or send the issue earlier';

/** By how many days the role outlives the issue; longer is long enough. */
const ways: Readonly<Record<number, string>> = {
  0: 'on the day of the issue',
  1: 'one day after the issue',
  2: 'two days after the issue',
};

export const roleClosesSoon: Rule = {
  name: 'role/closes-soon',
  severity: 'warning',
  what: 'An open role closes within two days of the issue’s date.',
  why: 'Many people read a newsletter days after it came; they would apply too late.',
  fix: 'Ask the client for a later date, or send the issue earlier.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'closes: 2026-11-26']),
      sampleRole(['title: vp of sales', 'closes: 2026-11-22']),
      sampleRole(['title: vp of sales', 'status: paused', 'closes: 2026-11-24']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'closes: 2026-11-24']),
        finds: [{ at: '9:9-9:19', message: '“vp of sales” closes one day after the issue', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'closes: "2026-11-23"']),
        finds: [{ at: '9:9-9:21', message: '“vp of sales” closes on the day of the issue', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const { date } = issue.frontMatter.fields;
    for (const role of openRolesOf(issue)) {
      const { closes } = role.fields;
      if (date === undefined || closes === undefined) continue;
      const when = ways[daysBetween(date, closes)];
      if (when === undefined) continue;
      yield { place: placeOfField(role, 'closes'), message: `${nameOfRole(role)} closes ${when}`, hint };
    }
  },
};
