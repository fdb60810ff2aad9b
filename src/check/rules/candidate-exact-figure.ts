import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

/** Two digits behind the point with a unit, digits in groups of three, or a percentage. */
const figures =
  /(?<![\p{L}\p{N}.,])(?:[$€£]\d+[.,]\d{2} ?(?:k|m|mn|mm|b|bn|mio|million|billion)(?![\p{L}\p{N}])|[$€£]?\d{1,3}(?:,\d{3})+(?: ?%)?(?![\p{L}\p{N}]|[.,]\d)|\d+(?:\.\d+)? ?%)/giu;

export const candidateExactFigure: Rule = {
  name: 'candidate/exact-figure',
  severity: 'warning',
  what: 'A figure in an active candidate is unusually exact, such as `$4.37m` or `1,284%`.',
  why: 'Only one person has this figure, and it may stand in a press release or on a profile page.',
  fix: 'Round it: `over $4m`, `more than 1,200%`.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- from $2m to over $250m, then $2.5m, €1,5 mio and $12,500,000\n- 120% of quota, 112.5 %, 99.95% uptime, 15 years, 4.37 stars, 1,500 seats, li 1,2,3',
        ['payWanted: "$187,325"'],
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- closed $4.37m last year, at 1,284% of quota'),
        finds: [
          {
            at: '11:10-11:16',
            message: '“$4.37m” is so exact that it can be looked up',
            hint: 'round it, such as “over $4m”',
          },
          {
            at: '11:31-11:37',
            message: '“1,284%” is so exact that it can be looked up',
            hint: 'round it, such as “over 1,200%”',
          },
        ],
      },
      {
        sample: sampleCandidate('- $12,345,678 with 12,847 seats, *€0.43m*, 3,40 € and 127.43 %'),
        finds: [
          {
            at: '11:3-11:14',
            message: '“$12,345,678” is so exact that it can be looked up',
            hint: 'round it, such as “over $12,000,000”',
          },
          {
            at: '11:20-11:26',
            message: '“12,847” is so exact that it can be looked up',
            hint: 'round it, such as “over 12,000”',
          },
          {
            at: '11:35-11:41',
            message: '“€0.43m” is so exact that it can be looked up',
            hint: 'round it',
          },
          {
            at: '11:55-11:63',
            message: '“127.43 %” is so exact that it can be looked up',
            hint: 'round it, such as “over 120 %”',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, field, place } of findInCandidates(issue, figures)) {
      if (field === 'payWanted' || !isExact(text)) continue;
      const rounded = roundDown(text);
      yield {
        place,
        message: `${quote(text)} is so exact that it can be looked up`,
        hint: rounded === undefined ? 'round it' : `round it, such as “over ${rounded}”`,
      };
    }
  },
};

/** Two digits behind a point, or four before it that say something. Uptimes are always exact. */
function isExact(text: string): boolean {
  if (/^99[.,]\d+ ?%$/.test(text)) return false;
  if (/[.,]\d{2}(?!\d)/.test(text)) return true;
  const digits = text.replace(/[.,]\d(?!\d)/, '').replaceAll(/\D/g, '');
  return digits.replace(/^0+|0+$/g, '').length >= 4;
}

/** With its first two digits and noughts for the others, and nothing behind the point. */
function roundDown(text: string): string | undefined {
  const whole = /[.,]\d{1,2}(?!\d)/.test(text) ? text.replace(/[.,]\d{1,2}(?!\d)/, '') : text;
  let kept = 0;
  const rounded = whole.replaceAll(/\d/g, (digit) => (kept++ < 2 ? digit : '0'));
  return /[1-9]/.test(rounded) ? rounded : undefined;
}
