import { findListItems } from '../markdown/list-items.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const most = 8;

export const roleManyBullets: Rule = {
  name: 'role/many-bullets',
  severity: 'note',
  what: `An open role has more than ${most} list items.`,
  why: 'Readers decide by the first few; the rest is what the interview is for.',
  fix: `Keep the ${most} that decide whether somebody applies.`,
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales'], '- series a\n'.repeat(most)),
      sampleRole(['title: vp of sales', 'status: filled'], '- series a\n'.repeat(most + 1)),
    ],
    bad: [
      {
        sample: sampleRole(
          ['title: vp of sales'],
          [
            ...['series a', '$10m in arr', 'team of 15', 'sf', 'onsite', 'reports to the ceo', 'revtech'],
            ...['own the forecast', 'dogs welcome', 'free lunch'],
          ]
            .map((item) => `- ${item}`)
            .join('\n'),
        ),
        finds: [
          {
            at: '19:3-19:15',
            message: '“vp of sales” has 10 list items',
            hint: 'keep the 8 that decide whether somebody applies',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const items = findListItems(onlyBlocks(issue, [role]));
      const tooMany = items[most];
      if (tooMany === undefined) continue;
      yield {
        place: tooMany.place,
        message: `${nameOfRole(role)} has ${items.length} list items`,
        hint: `keep the ${most} that decide whether somebody applies`,
      };
    }
  },
};
