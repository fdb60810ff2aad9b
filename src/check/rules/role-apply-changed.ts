import { isClosed } from '../../issue/is-closed.ts';
import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { findEarlierRoles, idOfRole } from '../roles/role-history.ts';
import { sampleWeeklyRoles, writeRole } from '../roles/sample-role.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

const twoOfOneTitle = ['berlin', 'paris']
  .map((city) => writeRole(['title: account executive', `apply: https://jobs.example.com/${city}`]))
  .join('\n\n');
const hint = 'check which link is right, or give another role an id: of its own';

export const roleApplyChanged: ArchiveRule = {
  name: 'role/apply-changed',
  severity: 'note',
  comparing: true,
  what: 'An open role has another `apply` than the last issue that showed it: it has the same id.',
  why: 'Either the link is a slip, or these are two roles that share one page by accident.',
  fix: 'Check the link. A different role needs an `id` of its own.',
  samples: () => ({
    good: [
      sampleWeeklyRoles(
        ['title: vp of sales', 'apply: https://jobs.example.com/vp?utm_campaign=issue-1&job=7'],
        ['title: vp of sales', 'apply: https://Jobs.example.com/vp/?job=7&utm_campaign=issue-2#apply'],
      ),
      sampleWeeklyRoles(
        ['title: vp of sales', 'apply: https://jobs.example.com/vp'],
        ['title: vp of sales', 'apply: https://jobs.example.com/vp-emea', 'id: vp-emea'],
      ),
      sampleWeeklyRoles(
        ['title: vp of sales', 'apply: https://jobs.example.com/1', 'status: filled'],
        ['title: vp of sales', 'apply: https://jobs.example.com/2'],
      ),
      sampleWorkspace({
        'issues/001.md': ['title: one\nnumber: 1\ndate: 2026-11-16', twoOfOneTitle],
        'issues/002.md': ['title: two\nnumber: 2\ndate: 2026-11-23', twoOfOneTitle],
      }),
    ],
    bad: [
      {
        sample: sampleWeeklyRoles(
          ['title: vp of sales', 'apply: https://jobs.example.com/vp-of-sales'],
          ['title: vp of sales', 'apply: https://jobs.example.com/sales-engineer'],
        ),
        finds: [
          {
            file: 'issues/002.md',
            at: '9:8-9:47',
            message: '“vp of sales” had another apply: in issues/001.md',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue, archive }) {
    const earlier = findEarlierRoles(issue, archive.roles);
    for (const role of openRolesOf(issue)) {
      const last = earlier(idOfRole(role, issue)).at(-1);
      const [now, then] = [role.fields.apply, last?.role.fields.apply];
      if (last === undefined || isClosed(last.role.fields.status) || now === undefined || then === undefined)
        continue;
      if (withoutTracking(now) === withoutTracking(then)) continue;
      yield {
        place: placeOfField(role, 'apply'),
        message: `${nameOfRole(role)} had another apply: in ${last.issue.file}`,
        hint,
      };
    }
  },
};

/** A link as far as it says where it leads: most newsletters count clicks by issue. */
function withoutTracking(link: string): string {
  const [whole = ''] = link.split('#');
  const [path = '', query = ''] = whole.split('?');
  const parameters = query.split('&').filter((parameter) => parameter !== '' && !/^utm_/i.test(parameter));
  const host = /^https:\/\/[^/]*|^mailto:.*/i.exec(path)?.[0] ?? '';
  const rest = path.slice(host.length).replace(/\/$/, '');
  return [host.toLowerCase() + rest, ...parameters.toSorted()].join('&');
}
