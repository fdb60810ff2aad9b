import { toKebabCase } from '../../issue/field-types.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

export const roleIdMissing: Rule = {
  name: 'role/id-missing',
  severity: 'note',
  what: 'A role has no `id`, and its title has no Latin letter or digit that one could be made of.',
  why: 'It is called after its issue: shown again in a later one, it would be another role, with another page.',
  fix: 'Add an `id` of lower-case words joined by hyphens.',
  samples: () => ({
    good: [
      sampleRole(['title: 销售副总裁', 'id: sales-lead']),
      sampleRole(['title: leiter für vertrieb']),
      sampleRole(['title: 3D 设计师']),
      sampleRole(['title: 销售副总裁', 'status: filled']),
    ],
    bad: [
      {
        sample: sampleRole(['title: 销售副总裁']),
        finds: [
          {
            at: '8:8-8:13',
            message: 'nothing in “销售副总裁” tells this role from others in an address',
            hint: 'add id: in lower-case Latin letters, such as id: sales-lead',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { title } = role.fields;
      if (title === undefined || role.places.has('id') || toKebabCase(title) !== '') continue;
      yield {
        place: placeOfField(role, 'title'),
        message: `nothing in ${quote(title)} tells this role from others in an address`,
        hint: 'add id: in lower-case Latin letters, such as id: sales-lead',
      };
    }
  },
};
