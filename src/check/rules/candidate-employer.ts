import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { LatePattern } from '../search/pattern.ts';

const roles = [
  '[se]?vp|vice president|head|director|c[a-z]o|president|manager|(?:tech|team|sales) lead|founder|principal|partner',
  'account executive|ae|sdr|bdr|csm|rep|seller|engineer|developer|designer|recruiter|marketer|analyst|consultant',
].join('|');

/** Words behind “at” that say what kind of employer it is, or something else than an employer. */
const kinds = [
  'an?|the|this|that|these|those|their|his|her|its|our|one|two|three|four|five|both|all|any|some|several|many|most|every|each|various|multiple|different|other|another|same|similar',
  'scale|series|seed|early|late|later|growth|enterprise|start-?ups?|scale-?ups?|big|small|smaller|large|larger|mid|midsize|medium|top|leading|global|international|public|private|listed|major|well|fast|high|low|hyper-?growth|pre|post|stealth|family|bootstrapped|venture|vc|pe|fortune|faang|unicorns?',
  'b2b|b2c|saas|ai|software|tech|[a-z]+tech|[a-z]*techs|banks?|insurers|agencies|companies|consultanc(?:y|ies)|corporates|firms|brands|retailers|vendors|businesses|teams|shops|hospitals|universities|clients|places',
  'home|work|night|times|least|best|worst|once|first|last|next|present|board|c|director|vp|level|heart|ease|peak|full|quota|speed|risk|hand|odds|day|events|conferences|trade|global|regional|national|former|current|previous|prior|competitors?|customers?|partners?|sales|exit',
].join('|');
const behindKinds =
  '(?! (?:agencies|banks|businesses|companies|firms|level|scale|scale-?ups|stage|start-?ups|vendors)(?![a-z]))';
/** Spelt out, since properties of characters are slow to compile. */
const letter = 'a-z\\u00df-\\u024f';

const employer = new LatePattern(
  `(?<![\\p{L}\\p{N}])(?:${roles})(?:(?: of| for)?,? [${letter}&]{2,20}){0,2}? (?:at|@) ?(?!(?:${kinds})(?![${letter}]))[${letter}][${letter}\\d&’'.-]{0,30}[${letter}\\d]${behindKinds}(?: [${letter}\\d&-]{2,20}(?=\\s*(?:[,;)]|\\.?\\s*$)))?(?![\\p{L}\\p{N}])`,
  'giu',
);

const hint = 'if it names an employer, say what kind it is: “at a fintech you know of”';

export const candidateEmployer: Rule = {
  name: 'candidate/employer',
  severity: 'warning',
  what: 'In an active candidate, a word in lower case stands behind a role and “at”, in English: `vp at norwick`. It may be an employer.',
  why: 'A role and an employer together are mostly one person, however they are written.',
  fix: 'Say what kind of employer it is, such as “at a fintech you know of”. If it names nobody, leave it.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- vp at a fintech, head of sales at series b startups, engineer at scale, director at enterprise companies\n- seller at heart, account executive at three startups, manager at early stage companies, rep at regional banks',
      ),
      sampleCandidate('- 15 years @ fintechs, was vp sales @ an insurer, looks at salesforce, vp at Norwick'),
    ],
    bad: [
      {
        sample: sampleCandidate(
          '- currently vp at norwick\n- was head of sales at norwick until last june, ae @ norwick bank.',
        ),
        finds: [
          { at: '11:13-11:26', message: '“vp at norwick” may name an employer', hint },
          { at: '12:7-12:31', message: '“head of sales at norwick” may name an employer', hint },
          { at: '12:49-12:66', message: '“ae @ norwick bank” may name an employer', hint },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    for (const { text, place } of findInCandidates(context.issue, employer)) {
      // A capital is for candidate/proper-noun.
      if (/ (?:at|@) ?\p{Lu}/u.test(text)) continue;
      yield { place, message: `${quote(text)} may name an employer`, hint };
    }
  },
};
