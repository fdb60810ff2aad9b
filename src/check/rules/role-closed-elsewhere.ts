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
        'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23', role('vp of sales')],
        'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2026-11-30', role('vp of sales\nstatus: filled')],
        'issues/014-c.md': ['title: c\nnumber: 14\ndate: 2026-12-07', role('vp of sales\nid: vp-of-sales-emea')],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({
          'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23', role('vp of sales\nstatus: filled')],
          'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2026-11-30', role('VP of Sales')],
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
    const number = numberOf(issue);
    const earlier = others.filter((other) => numberOf(other) < number).sort((a, b) => numberOf(b) - numberOf(a));
    for (const current of openRolesOf(issue)) {
      const last = earlier.find((other) => findRole(other, idOf(current)) !== undefined);
      const status = last && findRole(last, idOf(current))?.fields.status;
      if (last === undefined || (status !== 'filled' && status !== 'withdrawn')) continue;
      yield {
        place: placeOfField(current, ''),
        message: `${nameOfRole(current)} was ${status} in ${last.file}`,
        hint: 'close it here too, or give another role an id: of its own',
      };
    }
  },
};

function numberOf(issue: WrittenIssue): number {
  return issue.frontMatter.fields.number ?? Number.POSITIVE_INFINITY;
}

function findRole(issue: WrittenIssue, id: string): WrittenRole | undefined {
  return rolesOf(issue).find((role) => idOf(role) === id);
}

/** As the role is called by default, but for a second one of the same title in one issue. */
function idOf({ fields }: WrittenRole): string {
  return fields.id ?? toKebabCase(fields.title ?? '');
}

function role(title: string): string {
  return `---open role\ntitle: ${title}\napply: mailto:hello@penny.example\n---\n\n- series a`;
}
