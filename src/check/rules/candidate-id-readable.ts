import { toKebabCase } from '../../issue/field-types.ts';
import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

/** Parts of ids that say what somebody does, not who it is. */
const notNames: ReadonlySet<string> = new Set([
  ...[
    'candidate',
    'person',
    'profile',
    'active',
    'new',
    'first',
    'second',
    'third',
    'issue',
    'number',
    'no',
    'the',
  ],
  ...[
    'one',
    'two',
    'three',
    'four',
    'five',
    'sales',
    'vp',
    'svp',
    'head',
    'lead',
    'chief',
    'director',
    'manager',
  ],
  ...[
    'senior',
    'junior',
    'engineer',
    'developer',
    'designer',
    'marketing',
    'finance',
    'product',
    'legal',
    'data',
  ],
  ...[
    'account',
    'executive',
    'customer',
    'people',
    'hr',
    'recruiter',
    'founder',
    'sf',
    'nyc',
    'remote',
    'bay',
  ],
]);

export const candidateIdReadable: Rule = {
  name: 'candidate/id-readable',
  severity: 'note',
  what: 'The `id` of an active candidate reads like the name of a person.',
  why: 'It gets into the addresses of pages and into the subject of every mail about the candidate.',
  fix: 'Write one that says nothing, such as `c1`, or take the line out.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', ['id: c1']),
      sampleCandidate('- 15 years in sales', ['id: vp-of-sales']),
      sampleCandidate('- 15 years in sales', ['id: sales-leader']),
      sampleCandidate('- 15 years in sales', ['id: blue-c1']),
      sampleCandidate('- 15 years in sales', ['id: heron']),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', ['id: jane-doe']),
        finds: [
          {
            at: '9:5-9:13',
            message: 'the id “jane-doe” reads like a name',
            hint: 'write one that says nothing, such as c1, or take the line out',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const candidate of candidatesOf(issue)) {
      const { id, title = '' } = candidate.fields;
      if (id === undefined || !readsLikeName(id, toKebabCase(title).split('-'))) continue;
      yield {
        place: placeOfField(candidate, 'id'),
        message: `the id ${quote(id)} reads like a name`,
        hint: 'write one that says nothing, such as c1, or take the line out',
      };
    }
  },
};

/** Two or three parts of letters only, none of which stands in the title. */
function readsLikeName(id: string, titleWords: readonly string[]): boolean {
  const parts = id.split('-');
  if (parts.length < 2 || parts.length > 3) return false;
  return parts.every((part) => /^[a-z]{2,}$/.test(part) && !notNames.has(part) && !titleWords.includes(part));
}
