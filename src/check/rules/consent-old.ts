import { activeCandidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const years = 2;
const hint = 'ask again, and write the new day into on:';

export const consentOld: Rule = {
  name: 'consent/old',
  severity: 'warning',
  neverIgnored: true,
  what: `The consent of an active candidate is more than ${years * 12} months older than the issue, and does not say until when it holds.`,
  why: 'People forget what they agreed to and change their minds, and some authorities want it renewed by then.',
  fix: 'Ask again, and write down the new day. If they agreed to a last day, add it as `until`.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', ['consent: { on: 2024-11-23, scope: [email] }']),
      sampleCandidate('- 15 years in sales', [
        'consent: { on: 2023-01-01, until: 2027-01-01, scope: [email] }',
      ]),
      sampleCandidate('- 15 years in sales', [
        'status: placed',
        'consent: { on: 2020-01-01, scope: [email] }',
      ]),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', ['consent: { on: 2024-11-22, scope: [email] }']),
        finds: [
          {
            at: '9:16-9:26',
            message: 'consent is of 2024-11-22, more than 24 months before the issue’s date',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const { date } = issue.frontMatter.fields;
    if (date === undefined) return;
    const oldest = `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`;
    for (const candidate of activeCandidatesOf(issue)) {
      const { on, until } = candidate.fields.consent ?? {};
      // Who named a last day knew how long; one that is over has another finding.
      if (on === undefined || on >= oldest || until !== undefined) continue;
      yield {
        place: placeOfField(candidate, 'consent.on'),
        message: `consent is of ${on}, more than ${years * 12} months before the issue’s date`,
        hint,
      };
    }
  },
};
