import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const hint = 'ask again and write the new days into on: and until:, or take the candidate out';

export const consentEnded: Rule = {
  name: 'consent/ended',
  severity: 'error',
  neverIgnored: true,
  what: 'The consent of a candidate ends before the date of the issue, whatever the `status`.',
  why: 'Nobody may be published longer than they agreed to, and a mail cannot be taken back. `penny send` looks at the day of sending, too.',
  fix: 'Ask again and write down the new days, or take the candidate out of the issue.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', [
        'consent: { on: 2026-10-01, until: 2026-11-23, scope: [email] }',
      ]),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', [
          'status: placed',
          'consent: { on: 2026-09-01, until: 2026-10-31, scope: [email] }',
        ]),
        finds: [{ at: '10:35-10:45', message: 'consent ended 2026-10-31, issue is dated 2026-11-23', hint }],
      },
      {
        sample: sampleCandidate('- 15 years in sales', [
          'consent: { on: 2026-09-01, until: 2026-10-31, scope: [email] }',
        ]),
        finds: [{ at: '9:35-9:45', message: 'consent ended 2026-10-31, issue is dated 2026-11-23', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const { date } = issue.frontMatter.fields;
    for (const candidate of candidatesOf(issue)) {
      const { on, until } = candidate.fields.consent ?? {};
      if (date === undefined || on === undefined || until === undefined) continue;
      // One that ends before it starts has another finding.
      if (until >= date || until < on) continue;
      yield {
        place: placeOfField(candidate, 'consent.until'),
        message: `consent ended ${until}, issue is dated ${date}`,
        hint,
      };
    }
  },
};
