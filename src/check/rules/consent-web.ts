import { activeCandidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const message = 'the page will not show this candidate: their consent does not cover the web';
const hint = 'ask for it and write scope: [email, web], or take web: true out';

export const consentWeb: Rule = {
  name: 'consent/web',
  severity: 'warning',
  neverIgnored: true,
  what: 'An active candidate has `web: true`, while their consent does not have `web` in its scope.',
  why: 'The consent counts, so the page and the feeds will not show the candidate, which may surprise you.',
  fix: 'Ask for it and add `web` to `scope`, or take `web: true` out.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', [
        'web: true',
        'consent: { on: 2026-10-01, scope: [email, web] }',
      ]),
      sampleCandidate('- 15 years in sales', ['web: false', 'consent: { on: 2026-10-01, scope: [email] }']),
      sampleCandidate('- 15 years in sales', ['web: true']),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', [
          'web: true',
          'consent: { on: 2026-10-01, scope: [email] }',
        ]),
        finds: [{ at: '9:6-9:10', message, hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const candidate of activeCandidatesOf(issue)) {
      const { web, consent } = candidate.fields;
      if (web !== true || consent === undefined || consent.scope.includes('web')) continue;
      yield { place: placeOfField(candidate, 'web'), message, hint };
    }
  },
};
