import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { rolesOf } from '../roles/open-roles.ts';
import { findEarlierRoles } from '../roles/role-history.ts';
import { sampleWeeklyRoles } from '../roles/sample-role.ts';
import type { ArchiveRule } from '../rule.ts';
import { foldCase } from '../search/fold-case.ts';

const hint = 'keep the earlier title, or give another role an id: of its own';

export const roleTitleChanged: ArchiveRule = {
  name: 'role/title-changed',
  severity: 'warning',
  comparing: true,
  what: 'A role has the `id` of a role in an earlier issue, and another title.',
  why: 'The same id is the same role: its page, and the closing of it, belong to both issues. Most often the block was copied and the id forgotten.',
  fix: 'Keep the title, or give the other role an `id` of its own.',
  samples: () => ({
    good: [
      sampleWeeklyRoles(['title: vp of sales', 'id: vp'], ['title: "VP of  Sales"', 'id: vp']),
      sampleWeeklyRoles(['title: vp of sales'], ['title: vp, sales', 'id: vp-sales']),
    ],
    bad: [
      {
        sample: sampleWeeklyRoles(
          ['title: vp of sales', 'id: acme-sales'],
          ['title: sales engineer', 'id: acme-sales'],
        ),
        finds: [
          {
            file: 'issues/002.md',
            at: '8:8-8:22',
            message: 'the role with this id was “vp of sales” in issues/001.md',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue, archive }) {
    const earlier = findEarlierRoles(issue, archive.roles);
    for (const role of rolesOf(issue)) {
      const { id, title } = role.fields;
      const last = id === undefined ? undefined : earlier(id).at(-1);
      const before = last?.role.fields.title;
      if (last === undefined || before === undefined || title === undefined) continue;
      if (foldCase(before) === foldCase(title)) continue;
      yield {
        place: placeOfField(role, 'title'),
        message: `the role with this id was ${quote(before)} in ${last.issue.file}`,
        hint,
      };
    }
  },
};
