import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { writeRole } from '../roles/sample-role.ts';
import type { Rule, Trouble } from '../rule.ts';
import { sampleBlock } from '../sample.ts';
import { foldCase } from '../search/fold-case.ts';

export const roleTwice: Rule = {
  name: 'role/twice',
  severity: 'warning',
  what: 'Two open roles of an issue have the same title, company and location, or the same application page.',
  why: 'It is one role twice, or readers cannot tell the two apart, or one of the buttons leads to the wrong page.',
  fix: 'Delete one, say what tells them apart, or paste the right link. One `mailto:` address for several roles is fine.',
  samples: () => ({
    good: [
      sampleTwo(['title: vp of sales', 'location: sf'], ['title: vp of sales', 'location: nyc']),
      sampleTwo(['title: vp of sales', 'company: acme'], ['title: vp of sales', 'company: globex']),
      sampleTwo(['title: vp of sales'], ['title: vp of sales', 'status: filled']),
      sampleTwo(
        ['title: vp of sales', 'apply: mailto:hello@penny.example'],
        ['title: cro', 'apply: mailto:hello@penny.example'],
      ),
      sampleTwo(
        ['title: vp of sales', 'apply: https://jobs.example.com/apply?job=1'],
        ['title: cro', 'apply: https://jobs.example.com/apply?job=2'],
      ),
    ],
    bad: [
      {
        sample: sampleTwo(['title: vp of sales', 'location: sf'], ['title: VP of Sales', 'location: SF']),
        finds: [
          {
            at: '15:8-15:19',
            message: '“VP of Sales” is in this issue twice',
            hint: 'delete one, or add what tells them apart, such as another title:, location: or company:',
          },
        ],
      },
      {
        sample: sampleTwo(
          ['title: vp of sales', 'apply: https://jobs.example.com/vp-of-sales'],
          ['title: sales engineer', 'apply: https://jobs.example.com/vp-of-sales/'],
        ),
        finds: [
          {
            at: '16:8-16:45',
            message: '“sales engineer” has the same apply: as “vp of sales”',
            hint: 'paste the link of its own application page',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const byKey = new Map<string, WrittenRole>();
    const byPage = new Map<string, WrittenRole>();
    for (const role of openRolesOf(issue)) {
      const [key, page] = [keyOf(role), pageOf(role)];
      if (key !== undefined && byKey.has(key)) yield sameRole(role);
      else {
        const other = page === undefined ? undefined : byPage.get(page);
        if (other !== undefined) yield samePage(role, other);
      }
      if (key !== undefined) byKey.set(key, role);
      if (page !== undefined && !byPage.has(page)) byPage.set(page, role);
    }
  },
};

function sameRole(role: WrittenRole): Trouble {
  return {
    place: placeOfField(role, 'title'),
    message: `${nameOfRole(role)} is in this issue twice`,
    hint: 'delete one, or add what tells them apart, such as another title:, location: or company:',
  };
}

function samePage(role: WrittenRole, other: WrittenRole): Trouble {
  return {
    place: placeOfField(role, 'apply'),
    message: `${nameOfRole(role)} has the same apply: as ${nameOfRole(other)}`,
    hint: 'paste the link of its own application page',
  };
}

/** What tells a role from others, as far as readers see; nothing for one that cannot be read. */
function keyOf({ fields, places }: WrittenRole): string | undefined {
  const { title, company = '', location = '' } = fields;
  const isUnreadable = places.has('location') && fields.location === undefined;
  if (title === undefined || isUnreadable) return undefined;
  const parts =
    typeof location === 'string'
      ? [location]
      : [location.city ?? '', location.region ?? '', location.country ?? ''];
  return JSON.stringify([title, company, ...parts].map(foldCase));
}

/** One mailbox can take the applications for every role. */
function pageOf({ fields }: WrittenRole): string | undefined {
  const { apply } = fields;
  if (apply === undefined || !/^https:/i.test(apply)) return undefined;
  return apply.replace(/\/$/, '');
}

function sampleTwo(first: readonly string[], second: readonly string[]): ReturnType<typeof sampleBlock> {
  return sampleBlock(`${writeRole(first)}\n\n${writeRole(second)}`);
}
