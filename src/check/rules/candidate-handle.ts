import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

const service =
  '(?:behance|discord|dribbble|facebook|github|gitlab|instagram|linkedin|mastodon|medium|signal|skype|telegram|twitter|wechat|whatsapp|xing)';
const name = '\\p{L}[\\p{L}\\p{N}_]+(?:[._-][\\p{L}\\p{N}_]+)*';

/** `@jane`; `linkedin: jane-doe` and nothing behind it; `find them as jane on linkedin`. */
const handle = new RegExp(
  [
    `(?<![\\p{L}\\p{N}_.@/+%-])@${name}`,
    `(?<![\\p{L}\\p{N}])${service}(?: (?:handle|id|name|profile|user|username))?: ?(?:@|(?:in|u|user)/)?${name}(?=\\s*(?:[,;)]|\\.?\\s*$))`,
    `(?<![\\p{L}\\p{N}])(?:find|look|search)(?: \\p{L}+){0,3}? (?:as|for|under) ${name} on ${service}(?![\\p{L}\\p{N}])`,
  ].join('|'),
  'giu',
);

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
        '- 15 years in sales @ fintechs, 3 @2x quota\n- hello@penny.example, https://penny.example/@penny\n- linkedin: 20k readers, github: three tools in use, known as a voice on linkedin',
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
      {
        sample: sampleCandidate(
          '- linkedin: in/jane-doe, GitHub handle: janedoe\n- look them up as janedoe on LinkedIn',
        ),
        finds: [
          { at: '11:3-11:24', message: '“linkedin: in/jane-doe” is the name of an account', hint },
          { at: '11:26-11:48', message: '“GitHub handle: janedoe” is the name of an account', hint },
          {
            at: '12:3-12:38',
            message: '“look them up as janedoe on LinkedIn” is the name of an account',
            hint,
          },
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
