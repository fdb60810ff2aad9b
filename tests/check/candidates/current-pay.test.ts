import { expect, it } from 'vitest';
import { candidateCurrentPay as rule } from '../../../src/check/rules/candidate-current-pay.ts';
import { findInLine } from './find-in-line.ts';

const said = [
  ...[
    'on 220k',
    'makes 220k',
    'earns 220k',
    'currently 220k base',
    'current 220k',
    'current: 220k',
    'base: 220k',
  ],
  ...[
    '220k ote',
    '$220k now',
    '$220k base today',
    'now at $220k',
    'gets $220k',
    'package is 220k',
    'now 220k',
  ],
  ...[
    'total comp 350k',
    'tc: 350k',
    'previous package 200k',
    'on £85k plus car',
    'currently £85k',
    'today 220k',
  ],
  ...[
    'current day rate £650',
    'currently charging €900/day',
    'current ctc 45 lakhs',
    'from 220k, wants 260k',
  ],
  ...[
    'is on 220k',
    'takes home 9k a month',
    'gets paid 220k',
    'base is 220k',
    'salary: $220,000',
    'ote: €180k',
  ],
  ...[
    'currently at 220,000',
    'on about 220k base',
    '220k base + equity',
    'last ctc: 45 lpa',
    'charges £650 a day',
  ],
  ...[
    'base 180k, ote 360k',
    'day rate: £650',
    'on 220k (base)',
    'currently $220k',
    'now on 220k, wants more',
  ],
  ...['wants to leave, currently on 220k', 'looking for 260k, now at 220k', 'current salary', 'on €85.000'],
  ...[
    'salary atm £95k',
    'earning about 210 base now',
    'currently at 180 plus bonus',
    'comp today: 250/500 ote',
  ],
  'taking home 300k w2',
];

it.each(said)('finds what somebody earns: %s', (line) => {
  expect(findInLine(rule, line)).not.toEqual([]);
  expect(findInLine(rule, `15 years in sales, ${line}`)).not.toEqual([]);
  expect(findInLine(rule, `15 years in sales\n- ${line}.`)).not.toEqual([]);
  expect(findInLine(rule, 'a', `available: "${line}"\n`)).not.toEqual([]);
});

it('quotes a sum once', () => {
  expect(findInLine(rule, 'currently 220k base, $220k base today, on £85k plus car')).toEqual([
    'currently 220k',
    '$220k base today',
    'on £85k',
  ]);
});

it.each([
  ...[
    'wants 220k',
    'wants 220k base',
    'looking for 200-220k base',
    'looking for 200k base, 400k ote',
    'asks 220k',
  ],
  ...[
    'open from $180k',
    'open to 220k ote',
    'target: 220k ote',
    'expects 220k base',
    'needs at least 220k base',
  ],
  ...[
    'minimum 220k base',
    'ideally 220k ote',
    'would move for 220k base',
    'happy with 220k base',
    'from 220k base up',
  ],
])('lets what somebody wants be: %s', (line) => {
  expect(findInLine(rule, line)).toEqual([]);
  expect(findInLine(rule, `15 years in sales, ${line}`)).toEqual([]);
});

it.each([
  ...[
    '220k',
    '220k base',
    '200-220k base',
    '220k ote',
    'from 220k',
    'base: 220k',
    'on 220k',
    '$220k plus equity',
  ],
  ...['tc: 350k', '£650 a day', '200k base, 400k ote', '45 lakhs ctc', '220k now'],
])('lets payWanted say a sum: %s', (sum) => {
  expect(findInLine(rule, 'a', `payWanted: "${sum}"\n`)).toEqual([]);
});

it('finds in payWanted what is not wanted', () => {
  expect(findInLine(rule, 'a', 'payWanted: 260k, currently 220k\n')).toEqual(['currently 220k']);
});

it.each([
  ...[
    'scaled from $2m to over $250m',
    '$10m in arr',
    'from $20k to $220k deals',
    'on $2m now',
    'on 3 boards now',
  ],
  ...[
    'runs a $220k budget',
    'quota on 220k',
    'closed deals on 220k',
    'based on 220k users',
    'is on 50k screens',
  ],
  ...['grew to 10k users, now 220k', 'arr of $50k, today $220k', 'customer base: 220k', 'user base is 220k'],
  ...['a 220k user base', 'a base of 220k customers', 'makes 220k calls a year', 'gets 12k users today'],
  ...['currently 220k subscribers', 'now 20 reps', 'now 220 people', 'on 24/7 call', 'on 5-10-person teams'],
  ...[
    'current quota $2m',
    'current team of 15',
    'current: 3 reps',
    'last package shipped',
    'rate of 20%',
    'base camp',
  ],
  ...[
    'a 401k plan',
    'pay equity, pay bands',
    'paid media on $50k a month for a client',
    'charges 2% per deal',
  ],
  ...[
    'ran a 10k, makes time',
    'on 10k steps a day',
    'gets 20k downloads a month',
    'today 20k readers',
    'ote plans',
  ],
  ...[
    'sold $220k contracts',
    'now runs 3 teams',
    'tc and base design',
    'comp plans for 200 reps',
    'on 2 continents',
  ],
  ...[
    'from 200k users to 2m',
    'earned 120% of quota',
    'earned $250m',
    'from 20k in sales to 200k',
    'base 10 maths',
    'makes 60 plus calls',
    'currently at 180 plus stores',
    'now 20 base stations',
    'taking home 2 awards',
  ],
])('finds nothing in %s', (line) => {
  expect(findInLine(rule, line)).toEqual([]);
});
