import { birthWording } from '../candidates/birth-wording.ts';
import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sensitiveKinds } from '../wording/sensitive-wording.ts';

const kinds = [...sensitiveKinds, { tells: 'the age', pattern: birthWording }];

/** Sayings that begin with such a word and tell nothing about anybody. */
const sayings = /(?<!\p{L})(?:pregnant pauses?|gay abandon)(?!\p{L})/giu;

const hint = 'delete it; nobody may choose by it';

export const candidateSensitive: Rule = {
  name: 'candidate/sensitive',
  severity: 'warning',
  what: 'An active candidate says, in English, something about a work permit, nationality, age, family, health, religion, union or sexual orientation.',
  why: 'Laws protect it, employers must not choose by it, and it makes the person findable.',
  fix: 'Delete it. What an employer needs to know in the end, the person tells them.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- sold to visa and mastercard, ran a 10-year-old turnaround, 15 years in sales\n- doubled credit union members, sold disability insurance and a parental leave app\n- experience with cancer diagnostics, the german market, catholic hospitals, european union grants, needs executive sponsorship, a us national sales role, married sales to marketing, a startup born in berlin, and a company born 2005\n- sold to catholic, jewish and muslim hospitals, turned 40 leads into deals\n- knows pregnant pauses, sells with gay abandon, a company born in 85',
      ),
      {
        files: {
          'issues/001-sample.md':
            '---\ntitle: a\nnumber: 1\ndate: 2026-11-23\nlang: de\n---\n\n---active candidate\ntitle: vertrieb\n---\n\n- verkaufte käse: aged 45, bei gay frères\n',
        },
        excerpt: '- verkaufte käse: aged 45, bei gay frères',
      },
    ],
    bad: [
      {
        sample: sampleCandidate('- 45 years old, needs visa sponsorship\n- back from parental leave'),
        finds: [
          { at: '11:3-11:15', message: '“45 years old” tells the age', hint },
          {
            at: '11:17-11:39',
            message: '“needs visa sponsorship” tells about a visa or a work permit',
            hint,
          },
          { at: '12:8-12:27', message: '“from parental leave” tells about the family', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- Is a Catholic, EU citizen, in their early forties\n- diagnosed with ADHD, shop steward, was born in 1980\n- *gay*, green card holder, mother of two; born 1985\n- muslim, turned 40 last month',
          ['available: after sick leave'],
        ),
        finds: [
          { at: '9:12-9:28', message: '“after sick leave” tells about health', hint },
          { at: '12:3-12:16', message: '“Is a Catholic” tells the religion', hint },
          { at: '12:18-12:28', message: '“EU citizen” tells the nationality', hint },
          { at: '12:30-12:52', message: '“in their early forties” tells the age', hint },
          { at: '13:3-13:22', message: '“diagnosed with ADHD” tells about health', hint },
          { at: '13:24-13:36', message: '“shop steward” tells about a union', hint },
          { at: '13:38-13:54', message: '“was born in 1980” tells the age', hint },
          { at: '14:4-14:7', message: '“gay” tells the sexual orientation', hint },
          { at: '14:10-14:27', message: '“green card holder” tells about a visa or a work permit', hint },
          { at: '14:29-14:42', message: '“mother of two” tells about the family', hint },
          { at: '14:44-14:53', message: '“born 1985” tells the age', hint },
          { at: '15:3-15:9', message: '“muslim” tells the religion', hint },
          { at: '15:11-15:20', message: '“turned 40” tells the age', hint },
        ],
      },
      {
        sample: sampleCandidate('- dob 3/4/85, born 3/4/85\n- born in 85, 67 years young'),
        finds: [
          { at: '11:3-11:13', message: '“dob 3/4/85” tells the age', hint },
          { at: '11:15-11:26', message: '“born 3/4/85” tells the age', hint },
          { at: '12:3-12:13', message: '“born in 85” tells the age', hint },
          { at: '12:15-12:29', message: '“67 years young” tells the age', hint },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    const starts = findInCandidates(context.issue, sayings).map(
      ({ place }) => `${place.line}:${place.column}`,
    );
    const harmless = new Set(starts);
    for (const { tells, pattern } of kinds) {
      for (const { text, place } of findInCandidates(context.issue, pattern)) {
        if (harmless.has(`${place.line}:${place.column}`)) continue;
        yield { place, message: `${quote(text)} tells ${tells}`, hint };
      }
    }
  },
};
