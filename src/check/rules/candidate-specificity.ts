import { candidatesOf } from '../candidates/active-candidates.ts';
import { findFacts } from '../candidates/candidate-facts.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

const most = 5;

export const candidateSpecificity: Rule = {
  name: 'candidate/specificity',
  severity: 'note',
  what: `An active candidate has more than ${most} kinds of facts that narrow down who it is, such as years, figures, a city, a sector, a rank, a team’s size.`,
  why: 'Each of them is harmless. Together they can leave one person, whom colleagues recognise.',
  fix: 'Make one or two of them vaguer: `15+ years`, `bay area`, `a large team`.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- 15 years in sales, 5 with a fintech you know of\n- scaled from $2m to over $250m\n- quietly looking for a scale-up needing a “been there done that”\n- sf based and wants to be onsite daily downtown',
      ),
      sampleCandidate(
        '- 15+ years in sales, usage based pricing, based in the us\n- from $2m to $250m, team of 40, president’s club, first of all a fintech fan',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate(
          '- 15 years in sales, 5 with a fintech\n- scaled from $2m to $250m with a team of 40\n- sf based',
        ),
        finds: [
          {
            at: '7:1-7:20',
            message:
              '6 kinds of facts can name one person together: exact years, two figures, a city, a sector, a rank, the size of a team',
            hint: 'make one or two vaguer: “15 years” could be “15+ years”, the figures could be “many times over”, “sf” could be its region',
          },
        ],
      },
      {
        sample: sampleCandidate(
          '- the only woman in a 40 person org, harvard mba\n- 9 years in pharma, from €2m to €9m',
        ),
        finds: [
          {
            at: '7:1-7:20',
            message:
              '7 kinds of facts can name one person together: exact years, two figures, a sector, a rank, something only they have, a school or certificate, the size of a team',
            hint: 'make one or two vaguer: “9 years” could be “9+ years”, the figures could be “many times over”, “pharma” could be “software” or “services”',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const candidate of candidatesOf(issue)) {
      const facts = findFacts(issue, candidate);
      if (facts.length <= most) continue;
      const kinds = facts.map(({ kind }) => kind).join(', ');
      const softer = facts.slice(0, 3).map((fact) => fact.softer);
      yield {
        place: placeOfField(candidate, ''),
        message: `${facts.length} kinds of facts can name one person together: ${kinds}`,
        hint: `make one or two vaguer: ${softer.join(', ')}`,
      };
    }
  },
};
