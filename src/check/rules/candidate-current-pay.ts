import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

const about = '(?:about |around |roughly |over |~)?';
const currency = '(?:usd|eur|gbp|chf|dollars?|euros?|pounds?)';
const number = '\\d[\\d,.]{0,11}';
const signed = `${about}(?:[$€£] ?${number}k?|${currency} ${number}k?|${number}k? ${currency}|${number}k? ?[$€£])(?![\\p{L}\\p{N}])`;
const period =
  '(?: (?:a|per|each|every) (?:year|month|week|day|hour)|/(?:year|yr|month|mo|week|day|hour|hr|h))';
const thousands = '\\d{1,3}k';
/** Without a sign it is money only where nothing else is counted. */
const amount = `(?:${signed}|${about}${thousands}(?=${period}| (?:base|ote|plus|now|today|currently|all in)|[,.;:)/]|\\s*$)|${about}\\d{2,3}[,.]\\d{3}(?=${period}| (?:base|ote)|[,.;:)/]|\\s*$))`;
const notBusiness =
  '(?!(?: ?(?:m|mm|bn|million|billion)| (?:in|of|for|to|arr|mrr|deals?|revenue|sales|profit|per deal|a deal))(?!\\p{L}))';
const base =
  'base(?= (?:salary|pay|is|was|ote|plus|of|at|around|about)(?!\\p{L})| [$€£\\d]|[:;,.)]|\\s*$)(?: salary| pay)?';

/** Between word boundaries that are written once: a class of all letters is slow to compile. */
const currentPay = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `currently (?:on|at|paid|makes|making|earns|earning) ${amount}${notBusiness}`,
    'currently (?:makes|making|earns|earning) \\d{2,3}[,.]\\d{3}(?! \\p{L})',
    '(?:makes|making|earns|earning) \\d{2,3} ?(?:\\+|plus) ?(?:\\d{1,3} ?(?:%|percent)|bonus|commission|equity|variable)',
    `(?:makes|making|earns|earning|earned|paid) ${signed}${notBusiness}`,
    `(?:makes|making|earns|earning|earned|gets|getting) ${about}(?:${thousands}|\\d{2,3}[,.]\\d{3})(?=${period}| (?:now|today|currently|base|ote)(?!\\p{L}))`,
    `(?:salary|base|pay|comp|ote) (?:is|was|now|currently) ${amount}${notBusiness}`,
    `(?:salary|base|pay|comp|ote) (?:of )?${amount} (?:at the moment|now|today|currently|right now)`,
    `(?:is|was|now|still) on ${amount}${notBusiness}`,
    `on (?:${signed}|${about}\\d{2,3}k) (?:now|today|currently|at the moment|right now)`,
    `(?:current|present|last|latest|previous|past) (?:${base}|salary|pay(?! (?:period|run|cycle))|wage|ote|comp|compensation|total comp|pay package)(?! (?:of|in) (?!${signed}|\\d{2,3}k))`,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

const hint = 'delete it; what they want to earn goes into payWanted';

export const candidateCurrentPay: Rule = {
  name: 'candidate/current-pay',
  severity: 'warning',
  what: 'An active candidate says, in English, what the person earns or used to earn.',
  why: 'In many places employers must neither ask for past pay nor use it, and it ties the next offer to the last one.',
  fix: 'Delete it. What the person wants to earn may stand there: that is `payWanted`.',
  samples: {
    good: [
      sampleCandidate(
        '- wants 200k base, open from $180k\n- making $10m in arr, earned $250m, paid $40k of debt back, on 3 boards now\n- grew the current base of 3,000 customers, on $2m now\n- currently making 10 hires a month, making 20+ calls a day, at 220k users, is on 50k screens, makes 9k calls a month, gets 12k users today, the pay was 20% better\n- past pay periods, the current base image, paid $200k for a pilot',
        ['payWanted: 220k'],
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales, on 220k now'),
        finds: [{ at: '11:22-11:33', message: '“on 220k now” is what they earn or earned', hint }],
      },
      {
        sample: sampleCandidate(
          '- earns 140k today, currently on 140,000 usd base\n- makes 9k a month, her salary is 140k\n- gets 95,000 base, paid 900 euros a day\n- currently making 180 + 20%, before tax\n- total comp $400k at the moment, salary now 95.000 €',
        ),
        finds: [
          { at: '11:3-11:13', message: '“earns 140k” is what they earn or earned', hint },
          { at: '11:21-11:45', message: '“currently on 140,000 usd” is what they earn or earned', hint },
          { at: '12:3-12:11', message: '“makes 9k” is what they earn or earned', hint },
          { at: '12:25-12:39', message: '“salary is 140k” is what they earn or earned', hint },
          { at: '13:3-13:14', message: '“gets 95,000” is what they earn or earned', hint },
          { at: '13:21-13:35', message: '“paid 900 euros” is what they earn or earned', hint },
          { at: '14:13-14:29', message: '“making 180 + 20%” is what they earn or earned', hint },
          { at: '15:9-15:33', message: '“comp $400k at the moment” is what they earn or earned', hint },
          { at: '15:35-15:54', message: '“salary now 95.000 €” is what they earn or earned', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- Currently makes $180,000; last base 170k; was on €150k, earning about usd 190k',
          ['payWanted: more than the current salary'],
        ),
        finds: [
          { at: '9:26-9:40', message: '“current salary” is what they earn or earned', hint },
          { at: '12:3-12:27', message: '“Currently makes $180,000” is what they earn or earned', hint },
          { at: '12:29-12:38', message: '“last base” is what they earn or earned', hint },
          { at: '12:45-12:57', message: '“was on €150k” is what they earn or earned', hint },
          { at: '12:59-12:81', message: '“earning about usd 190k” is what they earn or earned', hint },
        ],
      },
    ],
  },
  *check({ issue }) {
    for (const { text, place } of findInCandidates(issue, currentPay)) {
      yield { place, message: `${quote(text)} is what they earn or earned`, hint };
    }
  },
};
