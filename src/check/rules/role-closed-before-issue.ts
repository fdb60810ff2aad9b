import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

export const roleClosedBeforeIssue: Rule = {
  name: 'role/closed-before-issue',
  severity: 'error',
  what: 'An open role has a `closes` date that is before the date of the issue.',
  why: 'Everybody who reads the issue would apply too late.',
  fix: 'Correct `closes` or the issue’s `date`, or set `status: filled`.',
  samples: () => ({
    good: [
      sampleBlock(roleThatCloses('2026-11-23')),
      sampleBlock(roleThatCloses('2026-11-01\nstatus: filled')),
    ],
    bad: [
      {
        sample: sampleBlock(roleThatCloses('2026-11-22')),
        finds: [
          {
            at: '10:9-10:19',
            message: '“vp of sales” closes on 2026-11-22, the issue is dated 2026-11-23',
            hint: 'write a later closes:, or status: filled',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const { date } = issue.frontMatter.fields;
    for (const role of openRolesOf(issue)) {
      const { closes } = role.fields;
      if (date === undefined || closes === undefined || closes >= date) continue;
      yield {
        place: placeOfField(role, 'closes'),
        message: `${nameOfRole(role)} closes on ${closes}, the issue is dated ${date}`,
        hint: 'write a later closes:, or status: filled',
      };
    }
  },
};

function roleThatCloses(date: string): string {
  return `---open role\ntitle: vp of sales\napply: mailto:hello@penny.example\ncloses: ${date}\n---\n\n- series a`;
}
