import { toKebabCase } from '../../issue/field-types.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import { placeOfField } from '../field-place.ts';
import { nameOfRole, openRolesOf, rolesOf, type WrittenRole } from '../open-roles.ts';
import type { Rule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

export const roleClosedElsewhere: Rule = {
  name: 'role/closed-elsewhere',
  severity: 'warning',
  what: 'A role that an earlier issue says is filled or withdrawn is open here: it has the same id.',
  why: 'The same id is the same role. It would be advertised again, or two different roles would share one page.',
  fix: 'Close it here too, or give a new role an `id` of its own. When the role did open again, say so in `ignore`.',
  samples: {
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
            hint: 'close it here too, or give another role an id: of its own',
          },
        ],
      },
    ],
  },
  *check({ issue, others }) {
    const known = rolesBefore(numberOf(issue), others);
    for (const role of openRolesOf(issue)) {
      const last = known.get(idOf(role));
      if (last === undefined || (last.status !== 'filled' && last.status !== 'withdrawn')) continue;
      yield {
        place: placeOfField(role, ''),
        message: `${nameOfRole(role)} was ${last.status} in ${last.file}`,
        hint: 'close it here too, or give another role an id: of its own',
      };
    }
  },
};

interface KnownRole {
  readonly status: WrittenRole['fields']['status'];
  readonly file: string;
}

/** What the newest issue before this one says of each role, by id. Of two in one issue the first has the id. */
function rolesBefore(number: number, issues: readonly WrittenIssue[]): ReadonlyMap<string, KnownRole> {
  const earlier = issues.filter((issue) => numberOf(issue) < number);
  const inOrder = earlier.sort((left, right) => numberOf(left) - numberOf(right));
  return new Map(
    inOrder.flatMap((issue) =>
      rolesOf(issue)
        .toReversed()
        .map((role) => [idOf(role), { status: role.fields.status, file: issue.file }]),
    ),
  );
}

function numberOf(issue: WrittenIssue): number {
  return issue.frontMatter.fields.number ?? Number.POSITIVE_INFINITY;
}

function idOf({ fields }: WrittenRole): string {
  return fields.id ?? toKebabCase(fields.title ?? '');
}

function sampleRole(title: string): string {
  return `---open role\ntitle: ${title}\napply: mailto:hello@penny.example\n---\n\n- series a`;
}
