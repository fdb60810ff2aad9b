import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

const handle = /(?<![\p{L}\p{N}_.@/+%-])@\p{L}[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu;

const hint = 'delete it; people reach them through you';

export const candidateHandle: Rule = {
  name: 'candidate/handle',
  severity: 'warning',
  what: 'The name of an account, such as `@janedoe`, stands in an active candidate.',
  why: 'It names the person as well as an address does.',
  fix: 'Delete it.',
  samples: {
    good: [
      sampleCandidate(
        '- 15 years in sales @ fintechs, 3 @2x quota\n- hello@penny.example, https://penny.example/@penny',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales, writes as @janedoe.'),
        finds: [{ at: '11:32-11:40', message: '“@janedoe” is the name of an account', hint }],
      },
      {
        sample: sampleCandidate('- **@李小龙**, [@jane.doe](https://penny.example)'),
        finds: [
          { at: '11:5-11:9', message: '“@李小龙” is the name of an account', hint },
          { at: '11:14-11:23', message: '“@jane.doe” is the name of an account', hint },
        ],
      },
    ],
  },
  *check({ issue }) {
    for (const { text, place } of findInCandidates(issue, handle)) {
      yield { place, message: `${quote(text)} is the name of an account`, hint };
    }
  },
};
