import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { LatePattern } from '../search/pattern.ts';

const about = '(?:about |around |roughly |over |~)?';
const currency = '(?:usd|eur|gbp|chf|dollars?|euros?|pounds?)';
const number = '\\d[\\d,.]{0,11}';
const signed = `${about}(?:[$€£] ?${number}k?|${currency} ${number}k?|${number}k? ${currency}|${number}k? ?[$€£])(?![a-z\\d])`;
const period =
  '(?: (?:a|per|each|every) (?:year|month|week|day|hour)|/(?:year|yr|month|mo|week|day|hour|hr|h))';
const thousands = '\\d{1,3}k';
/** Without a sign it is money only where nothing else is counted. */
const amount = `(?:${signed}|${about}${thousands}(?=${period}| (?:base|ote|plus|now|today|currently|all in)|[,.;:)/]|\\s*$)|${about}\\d{2,3}[,.]\\d{3}(?=${period}| (?:base|ote)|[,.;:)/]|\\s*$))`;
const notBusiness =
  '(?!(?: ?(?:m|mm|bn|million|billion)| (?:in|of|for|to|arr|mrr|deals?|revenue|sales|profit|per deal|a deal))(?![a-z]))';
const base =
  'base(?= (?:salary|pay|is|was|ote|plus|of|at|around|about)(?![a-z])| [$€£\\d]|[:;,.)]|\\s*$)(?: salary| pay)?';

/** What the sum of a person’s pay is followed by, and that of a business is not. */
const ends =
  '(?=\\s*(?:$|[,;:)(/|+→]|\\.(?!\\d))| ?[-–—] | (?:a|an|per|each) (?:year|month|week|day|hour)(?![a-z])| (?:all[- ]in|and|base|before|basic|but|currently|gross|net|now|ote|plus|right now|today|total|w-?2|wants?|with)(?![a-z]))';
const sum = `${about}(?:[$€£] ?${number}k?|${currency} ${number}k?|\\d{2,3} ?k(?: ?(?:[$€£]|${currency}))?|\\d{2,3}[,.]?000(?: ?(?:[$€£]|${currency}))?|\\d[\\d.]{0,5} ?(?:lpa|lakhs?|lacs?|crores?|cr))(?![a-z\\d])`;
const packages =
  '(?:base|comp|compensation|ctc|day ?rate|hourly rate|daily rate|income|ote|package|pay|rate|remuneration|salary|take[- ]home|tc)';
const atPresent = '(?:at the moment|atm|currently|now|presently|right now|these days|today)';
/** `210 base`, `180 plus bonus`, `250/500 ote`: what stands behind the figures makes them pay. */
const bare = `${about}\\d{2,3}k?(?:[/-]\\d{2,3}k?)?(?:(?: base| basic| ote| w-?2)${ends}| ?(?:\\+|plus) ?(?:bonus|commission|equity|variable))`;

/** Between word boundaries that are written once: a class of all letters is slow to compile. */
const currentPay = new LatePattern(
  `(?<![\\p{L}\\p{N}])(?:${[
    `currently (?:on|at|paid|makes|making|earns|earning) ${amount}${notBusiness}`,
    'currently (?:makes|making|earns|earning) \\d{2,3}[,.]\\d{3}(?! [a-z])',
    '(?:makes|making|earns|earning) \\d{2,3} ?(?:\\+|plus) ?(?:\\d{1,3} ?(?:%|percent)|bonus|commission|equity|variable)',
    `(?:makes|making|earns|earning|earned|paid) ${signed}${notBusiness}`,
    `(?:makes|making|earns|earning|earned|gets|getting|takes home) ${about}(?:${thousands}|\\d{2,3}[,.]\\d{3})(?=${period}| (?:now|today|currently|base|ote)(?![a-z]))`,
    `(?:salary|base|pay|comp|ote) (?:is|was|now|currently) ${amount}${notBusiness}`,
    `(?:salary|base|pay|comp|ote) (?:of )?${amount} (?:at the moment|now|today|currently|right now)`,
    `(?:is|was|now|still) on ${amount}${notBusiness}`,
    `on (?:${signed}|${about}\\d{2,3}k) (?:now|today|currently|at the moment|right now)`,
    `(?:current|present|last|latest|previous|past) (?:${base}|salary|pay(?! (?:period|run|cycle))|wage|ote|comp|compensation|total comp|pay package)(?! (?:of|in) (?!${signed}|\\d{2,3}k))`,
    `(?:current|present|last|latest|previous|past|prior|old) (?:(?:base|total|annual|cash) )?${packages}(?::| is| was| of|,)? ?${sum}`,
    `(?:${[
      '(?:current|currently|presently|today|now)(?::| is|,)? ?(?:(?:on|at|about) )?',
      '(?:makes|making|earns|earning|earned|gets|getting|tak(?:es|ing) home|(?:is|was|being|gets) paid|pulls in|clears|clearing) ',
      `${packages}(?::| is| was| at| =|) ?`,
      'on ',
    ].join('|')})${sum}${ends}`,
    `${packages} ${atPresent}(?::| is|,)? ?(?:${sum}${ends}|${bare})`,
    `(?:makes|making|earns|earning|gets|getting|tak(?:es|ing) home|clears|clearing|(?:${atPresent}|current)(?::| is|,)?(?: (?:on|at))?) ${bare}`,
    '(?:current|present|last|previous) (?:ctc|day ?rate|hourly rate|daily rate|take[- ]home)',
    `(?:charges|charging|bills|billing|invoices) ${sum}${period}`,
    `${sum} (?:(?:base|basic|ctc|ote|tc|total comp)(?: (?:now|today|currently|plus|right now))?|now|today|currently|at the moment|right now|atm)${ends}`,
    `from ${sum}(?=,? (?:now )?(?:wants?|wanting|looking|seeks?|expects?|needs?) )`,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A part of whatever is found above. Most candidates have nothing like it, and need no pattern that long. */
const anyPay = new RegExp(
  [
    `[$€£] ?${number}k?(?![a-z\\d])|\\d[,.]*k? ?[$€£]|${currency}`,
    '\\d ?k(?![a-z\\d])|\\d[,.]?\\d{3}|[\\d.] ?(?:lpa|lakh|lac|cr)',
    '\\dk? ?(?:\\+|plus) ?(?:\\d|bonus|commission|equity|variable)|\\dk? (?:base|basic|ote|w-?2)',
    '(?:current|present|last|latest|previous|past) (?:base|salary|pay|wage|ote|(?:total )?comp|ctc|(?:day|hourly|daily) ?rate|take[- ]home)',
  ].join('|'),
  'gi',
);

const hint = 'delete it; what they want to earn goes into payWanted';

export const candidateCurrentPay: Rule = {
  name: 'candidate/current-pay',
  severity: 'warning',
  what: 'An active candidate says, in English, what the person earns or used to earn.',
  why: 'In many places employers must neither ask for past pay nor use it, and it ties the next offer to the last one.',
  fix: 'Delete it. What the person wants to earn may stand there: that is `payWanted`.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- wants 200k base, open from $180k\n- making $10m in arr, earned $250m, paid $40k of debt back, on 3 boards now\n- grew the current base of 3,000 customers, on $2m now\n- currently making 10 hires a month, making 20+ calls a day, at 220k users, is on 50k screens, makes 9k calls a month, gets 12k users today, the pay was 20% better\n- past pay periods, the current base image, paid $200k for a pilot',
        ['payWanted: 220k'],
      ),
      sampleCandidate(
        '- wants 220k, looking for 200-220k base, 400k ote\n- runs a $220k budget, customer base: 220k, quota on 220k\n- makes 60 plus calls, currently at 180 plus stores, now 20 base stations, taking home 2 awards',
        ['payWanted: 220k base'],
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
      {
        sample: sampleCandidate(
          '- on £85k plus car, currently 220k base\n- tc: 350k; previous package 200k, current day rate £650\n- $220k base today\n- from 220k, wants 260k',
        ),
        finds: [
          { at: '11:3-11:10', message: '“on £85k” is what they earn or earned', hint },
          { at: '11:21-11:35', message: '“currently 220k” is what they earn or earned', hint },
          { at: '12:3-12:11', message: '“tc: 350k” is what they earn or earned', hint },
          { at: '12:13-12:34', message: '“previous package 200k” is what they earn or earned', hint },
          { at: '12:36-12:57', message: '“current day rate £650” is what they earn or earned', hint },
          { at: '13:3-13:19', message: '“$220k base today” is what they earn or earned', hint },
          { at: '14:3-14:12', message: '“from 220k” is what they earn or earned', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- salary atm £95k, earning about 210 base now\n- currently at 180 plus bonus, comp today: 250/500 ote\n- taking home 300k w2',
        ),
        finds: [
          { at: '11:3-11:18', message: '“salary atm £95k” is what they earn or earned', hint },
          { at: '11:20-11:42', message: '“earning about 210 base” is what they earn or earned', hint },
          { at: '12:3-12:30', message: '“currently at 180 plus bonus” is what they earn or earned', hint },
          { at: '12:32-12:55', message: '“comp today: 250/500 ote” is what they earn or earned', hint },
          { at: '13:3-13:19', message: '“taking home 300k” is what they earn or earned', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    if (findInCandidates(issue, anyPay).length === 0) return;
    const lines = issue.source.split('\n');
    for (const { text, field, place } of findInCandidates(issue, currentPay)) {
      const before = (lines[place.line - 1] ?? '').slice(Math.max(0, place.column - 81), place.column - 1);
      if (!saysWhose.test(text) && (isWish(text, before, field) || isOfBusiness(before))) continue;
      yield { place, message: `${quote(text)} is what they earn or earned`, hint };
    }
  },
};

/** Words with which a sum can only be what the person has. */
const saysWhose =
  /^(?:current|presently|present|last|latest|previous|past|prior|old|is |was |still |makes|making|earn|gets|getting|tak(?:es|ing) home|being|paid)/iu;

/** Whether a sum is what somebody wants: the sentence in front of it says so, and nothing since that they have it. */
function isWish(text: string, before: string, field: string | undefined): boolean {
  if (field === 'payWanted') return true;
  if (/^(?:now|today)/iu.test(text)) return false;
  const [sentence = ''] = /[^.!?|]*$/u.exec(before) ?? [];
  return /(?<!\p{L})(?:want|look|seek|target|expect|ask|need|open (?:to|at|from|for)|would|hop(?:es|ing)|aim|ideal|desire|wish|prefer|min|at least|starting|next|happy|go(?:es|ing)? for)(?!.*(?:\bcurrent|\bnow\b|\btoday\b|\bhas\b))/iu.test(
    sentence,
  );
}

/** Whether what is counted in front of a sum is a business’s, such as `quota on 220k` or `10k users, now 220k`. */
function isOfBusiness(before: string): boolean {
  const [clause = ''] = /[^.;!?|]*$/u.exec(before) ?? [];
  return /(?<!\p{L})(?:arr|mrr|acv|media|ads?|quota|revenue|turnover|pipeline|budgets?|deals?|contracts?|funding|raised|users?|clients?|customers?|subscribers?|followers?|downloads|readers|leads|seats|stores|spen[dt]s?|sav(?:ed|ing)|based|focus(?:ed)?|closed|signed|sold|profit|margin|roi|install(?:ed)?|data|fan|knowledge)(?!\p{L})/iu.test(
    clause,
  );
}
