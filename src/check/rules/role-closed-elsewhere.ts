import { isClosed } from '../../issue/is-closed.ts';
import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { findEarlierRoles, idOfRole } from '../roles/role-history.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

const hint =
  'close it here too, give another role an id: of its own, or say in ignore: that it is open again';

export const roleClosedElsewhere: ArchiveRule = {
  name: 'role/closed-elsewhere',
  severity: 'warning',
  comparing: true,
  what: 'A role that an earlier issue says is filled or withdrawn is open here: it has the same id.',
  why: 'The same id is the same role. It would be advertised again, or two different roles would share one page.',
  fix: 'Close it here too, or give a new role an `id` of its own. When the role did open again, say so in `ignore`.',
  samples: () => ({
    good: [
      sampleWorkspace({
        'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23', sampleRole('vp of sales')],
        'issues/013-b.md': [
          'title: b\nnumber: 13\ndate: 2026-11-30',
          sampleRole('vp of sales\nstatus: filled'),
        ],
        'issues/014-c.md': [
          'title: c\nnumber: 14\ndate: 2026-12-07',
          sampleRole('vp of sales\nid: vp-of-sales-emea'),
        ],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({
          'issues/012-a.md': [
            'title: a\nnumber: 12\ndate: 2026-11-23',
            sampleRole('vp of sales\nstatus: filled'),
          ],
          'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2026-11-30', sampleRole('VP of Sales')],
        }),
        finds: [
          {
            file: 'issues/013-b.md',
            at: '7:1-7:13',
            message: '“VP of Sales” was filled in issues/012-a.md',
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
      if (last === undefined || !isClosed(last.role.fields.status)) continue;
      yield {
        place: placeOfField(role, ''),
        message: `${nameOfRole(role)} was ${last.role.fields.status} in ${last.issue.file}`,
        hint,
      };
    }
  },
};

function sampleRole(title: string): string {
  return `---open role\ntitle: ${title}\napply: mailto:hello@penny.example\n---\n\n- series a`;
}
