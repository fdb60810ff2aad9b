import { findCandidateLinks, isPersonalPage } from '../candidates/candidate-links.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import type { Rule } from '../rule.ts';

const message = 'a profile link names the person';
const hint = 'delete it; people reach them through you';

export const candidateProfileUrl: Rule = {
  name: 'candidate/profile-url',
  severity: 'error',
  what: 'The address of somebody’s own page stands in an active candidate: LinkedIn, Xing, GitHub, X, Behance, Medium and the like.',
  why: 'One click, and everybody knows who it is.',
  fix: 'Delete it. Whoever wants to know more writes to you.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- built the github.com and linkedin.com integrations\n- sold x.com ads, medium.com too\n- see https://penny.example/github.com\n- uses github.com/features and x.com/i/spaces\n<!-- linkedin.com/in/jane -->',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate(
          '- 15 years in sales, see linkedin.com/in/jane-doe\n- [code](https://github.com/janedoe), janeq.bsky.social',
        ),
        finds: [
          { at: '11:26-11:50', message, hint },
          { at: '12:10-12:36', message, hint },
          { at: '12:39-12:56', message, hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- **https://www.xing.com/profile/Jürgen**, <https://jane.github.io>\n- `de.linkedin.com/in/李`; [me].\n\n[me]: https://stackoverflow.com/users/1/jane',
          ['location: sf (x.com/jane)'],
        ),
        finds: [
          { at: '9:15-9:25', message, hint },
          { at: '12:5-12:40', message, hint },
          { at: '12:45-12:67', message, hint },
          { at: '13:4-13:24', message, hint },
          { at: '15:7-15:45', message, hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of findCandidateLinks(issue)) {
      if (isPersonalPage(text)) yield { place, message, hint };
    }
  },
};
