import { activeCandidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const hint = 'write the day on which they agreed, or move the issue to a later date';

export const consentFuture: Rule = {
  name: 'consent/future',
  severity: 'error',
  neverIgnored: true,
  what: 'The consent of an active candidate was given after the date of the issue.',
  why: 'On the day of the issue there was no consent yet.',
  fix: 'Write the day on which they agreed, or give the issue a later date.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', ['consent: { on: 2026-11-23, scope: [email] }']),
      sampleCandidate('- 15 years in sales', [
        'status: paused',
        'consent: { on: 2026-12-01, scope: [email] }',
      ]),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', ['consent: { on: 2027-11-02, scope: [email] }']),
        finds: [{ at: '9:16-9:26', message: 'consent starts 2027-11-02, issue is dated 2026-11-23', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const { date } = issue.frontMatter.fields;
    for (const candidate of activeCandidatesOf(issue)) {
      const { on } = candidate.fields.consent ?? {};
      if (date === undefined || on === undefined || on <= date) continue;
      yield {
        place: placeOfField(candidate, 'consent.on'),
        message: `consent starts ${on}, issue is dated ${date}`,
        hint,
      };
    }
  },
};
