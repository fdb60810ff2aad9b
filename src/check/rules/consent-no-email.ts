import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const message = 'the consent does not cover e-mail, and every issue is mailed';
const hint = 'ask for it and write scope: [email, web], or take the candidate out';

export const consentNoEmail: Rule = {
  name: 'consent/no-email',
  severity: 'error',
  neverIgnored: true,
  what: 'The consent of a candidate does not have `email` in its scope.',
  why: 'Every issue is mailed, so the candidate would be, without having agreed to it.',
  fix: 'Ask for it and add `email` to `scope`, or take the candidate out of the issue.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', ['consent: { on: 2026-10-01, scope: [web, email] }']),
      sampleCandidate('- 15 years in sales'),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', ['consent: { on: 2026-10-01, scope: [web] }']),
        finds: [{ at: '9:35-9:40', message, hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const candidate of candidatesOf(issue)) {
      const { scope } = candidate.fields.consent ?? {};
      if (scope === undefined || scope.includes('email')) continue;
      yield { place: placeOfField(candidate, 'consent.scope'), message, hint };
    }
  },
};
