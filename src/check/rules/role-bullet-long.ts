import { countCharacters, findListItems } from '../markdown/list-items.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const most = 160;

export const roleBulletLong: Rule = {
  name: 'role/bullet-long',
  severity: 'note',
  what: `A list item of an open role is longer than ${most} characters.`,
  why: 'Roles are skimmed on a phone, where it would fill most of the screen.',
  fix: 'Make two items of it, or leave out what nobody decides by.',
  samples: () => ({
    good: [
      sampleRole(
        ['title: vp of sales'],
        `- ${'a'.repeat(most)}\n- [${'b'.repeat(most)}](https://penny.example/${'c'.repeat(most)})\n- short\n  - also short\n\n${'text, no item. '.repeat(20)}`,
      ),
      sampleRole(['title: vp of sales', 'status: filled'], `- ${'a'.repeat(most + 1)}`),
    ],
    bad: [
      {
        sample: sampleRole(
          ['title: vp of sales'],
          '- revtech saas\n- you will own the number, the team and the plan from day one, hire the next ten reps, build the forecast that the board believes, and still close the three biggest deals of the year yourself',
        ),
        finds: [
          {
            at: '12:3-12:192',
            message: 'this item is 189 characters long',
            hint: `make two items of it, or shorten it to at most ${most}`,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of findListItems(onlyBlocks(issue, openRolesOf(issue)))) {
      const length = countCharacters(text);
      if (length <= most) continue;
      yield {
        place,
        message: `this item is ${length} characters long`,
        hint: `make two items of it, or shorten it to at most ${most}`,
      };
    }
  },
};
