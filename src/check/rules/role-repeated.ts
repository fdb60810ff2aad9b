import { isClosed } from '../../issue/is-closed.ts';
import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { findEarlierRoles, idOfRole, type RoleAppearance } from '../roles/role-history.ts';
import { sampleWeeklyRoles } from '../roles/sample-role.ts';
import type { ArchiveRule } from '../rule.ts';

const most = 3;
const hint = 'ask the client whether it is still open, or give another role an id: of its own';

export const roleRepeated: ArchiveRule = {
  name: 'role/repeated',
  severity: 'warning',
  comparing: true,
  what: `An open role was open in ${most} or more earlier issues: it has the same id.`,
  why: 'Readers have seen it, and a role that nobody fills for weeks is often filled already, or makes the client look bad.',
  fix: 'Ask the client whether it is still open. A different role of the same title needs an `id` of its own.',
  samples: () => ({
    good: [
      sampleWeeklyRoles(['title: vp of sales'], ['title: vp of sales'], ['title: vp of sales']),
      sampleWeeklyRoles(
        ['title: vp of sales'],
        ['title: vp of sales'],
        ['title: vp of sales', 'status: filled'],
        ['title: vp of sales'],
        ['title: vp of sales'],
      ),
      sampleWeeklyRoles(['title: 李'], ['title: 王'], ['title: 张'], ['title: 刘']),
      sampleWeeklyRoles(
        ['title: vp of sales'],
        ['title: vp of sales'],
        ['title: vp of sales'],
        ['title: vp of sales', 'id: vp-of-sales-emea'],
      ),
    ],
    bad: [
      {
        sample: sampleWeeklyRoles(
          ['title: vp of sales'],
          ['title: VP of Sales'],
          ['title: vp of sales', 'status: paused'],
          ['title: head of sales', 'id: vp-of-sales'],
          ['title: vp of sales'],
        ),
        finds: [
          {
            file: 'issues/005.md',
            at: '7:1-7:13',
            message: '“vp of sales” is open in 4 issues by now, since issues/001.md',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue, archive }) {
    const earlier = findEarlierRoles(issue, archive.roles);
    for (const role of openRolesOf(issue)) {
      const before = openSinceLastClosed(earlier(idOfRole(role, issue)));
      const [first] = before;
      if (first === undefined || before.length < most) continue;
      yield {
        place: placeOfField(role, ''),
        message: `${nameOfRole(role)} is open in ${before.length + 1} issues by now, since ${first.issue.file}`,
        hint,
      };
    }
  },
};

function openSinceLastClosed(appearances: readonly RoleAppearance[]): readonly RoleAppearance[] {
  const lastClosed = appearances.findLastIndex(({ role }) => isClosed(role.fields.status));
  const published = appearances.slice(lastClosed + 1);
  return published.filter(
    ({ issue, role }) => issue.frontMatter.fields.draft !== true && openRolesOf(issue).includes(role),
  );
}
