import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

export const roleApplyMissing: Rule = {
  name: 'role/apply-missing',
  severity: 'error',
  neverIgnored: true,
  what: 'An open role has no `apply`, so nobody can apply for it.',
  why: 'The button under the role would lead nowhere, and a mail cannot be mended once it is sent.',
  fix: 'Add `apply:` with the `https://` address of the application page or a `mailto:` address, or set `status: filled`.',
  samples: () => ({
    good: [
      sampleBlock(
        '---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp-of-sales\n---\n\n- series a',
      ),
      sampleBlock('---open role\ntitle: vp of sales\nstatus: filled\n---\n\n- series a'),
    ],
    bad: [
      {
        sample: sampleBlock('---open role\ntitle: vp of sales\n---\n\n- series a'),
        finds: [
          {
            at: '7:1-7:13',
            message: '“vp of sales” is open but nobody can apply',
            hint: 'add apply: https://… or apply: mailto:…, or status: filled',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      if (role.places.has('apply')) continue;
      yield {
        place: placeOfField(role, ''),
        message: `${nameOfRole(role)} is open but nobody can apply`,
        hint: 'add apply: https://… or apply: mailto:…, or status: filled',
      };
    }
  },
};
