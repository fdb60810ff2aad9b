import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const hint = 'swap them, or correct the one that is wrong';

export const consentOrder: Rule = {
  name: 'consent/order',
  severity: 'error',
  neverIgnored: true,
  what: 'The consent of a candidate ends before it starts.',
  why: 'One of the two days is wrong, so nobody can tell what was agreed to.',
  fix: 'Correct `on` or `until`.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', [
        'consent: { on: 2026-11-01, until: 2026-11-01, scope: [email] }',
      ]),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', [
          'consent: { on: 2026-11-01, until: 2026-10-31, scope: [email] }',
        ]),
        finds: [{ at: '9:35-9:45', message: 'consent ends 2026-10-31, before it starts 2026-11-01', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const candidate of candidatesOf(issue)) {
      const { on, until } = candidate.fields.consent ?? {};
      if (on === undefined || until === undefined || until >= on) continue;
      yield {
        place: placeOfField(candidate, 'consent.until'),
        message: `consent ends ${until}, before it starts ${on}`,
        hint,
      };
    }
  },
};
