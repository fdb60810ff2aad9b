import { expect, it } from 'vitest';
import { candidateExactDate as rule } from '../../../src/check/rules/candidate-exact-date.ts';
import { findInLine } from './find-in-line.ts';

it.each([
  ...['since mid 2019', 'since mid-2019', 'since late 2019', 'since 19', 'since ’19', 'since spring 2019'],
  ...[
    'spring 2019',
    'winter 2021',
    'summer of 2020',
    'fall 2019',
    'q3 2019',
    'q3 fy22',
    'q3 fy2022',
    'q1 ’22',
    'graduated in ’07',
    "graduated in '07",
    'graduated a top school in 07',
  ],
  ...['03/19 - 05/22', '03/19 – now', '03/2019 - 05/2022', 'since 03/19', 'mar 19 - may 22', 'jan 19 – now'],
  ...['jan-21', 'jan-21 - mar-22', 'march 2019 → may 2022', 'mar 2019 to present', 'oct ’19'],
  ...[
    '2018→2022',
    '2018 -> 2022',
    '2018..2022',
    '2018~2022',
    '2018 through 2022',
    '2018-now',
    '2018 to date',
  ],
  ...['from 2018 until now', '2018 till 2022', '2019/20', '2019/2020', '2018-22', 'between 2018 and 2022'],
  ...['mba 2016', 'mba, insead 2016', 'phd in 2011', 'bachelor’s 2009', 'msc of 2010', 'stanford grad 2016'],
  ...[
    'promoted in 2020',
    'promoted to vp in 2020',
    'joined a fintech in 2018',
    'laid off in 2024',
    'left in 2021',
  ],
  ...['seit märz 2019', 'seit 2019', 'seit mitte 2019', 'depuis 2019', 'depuis juin 2019', 'desde 2019'],
  ...[
    'sinds maart 2019',
    'von 2018 bis 2022',
    '2018 bis heute',
    'de 2018 à 2022',
    'dezember 2019',
    'frühjahr 2020',
  ],
])('finds a date that readers can look up: %s', (date) => {
  const text = date.replace(/^stanford /, '');
  expect(findInLine(rule, `15 years in sales, ${date}`)).toEqual([text]);
  expect(findInLine(rule, 'a', `location: "sf, ${date}"\n`)).toEqual([text]);
});

it.each([
  ...['free from spring 2027', 'from winter 2026', 'ready by jan-27', 'q1 2027', 'q4 2026', 'q1 fy27'],
  ...['available jan 27 - mar 27', 'starts 01/27 - 03/27', 'ab märz 2027', 'from 2027 until 2028', '01/2027'],
])('leaves days to come alone: %s', (date) => {
  expect(findInLine(rule, date)).toEqual([]);
});

it.each([
  ...[
    '15+ years in sales, about 5 with a fintech',
    '24/7',
    'q3 okrs',
    'q3 revenue',
    'h1 goals',
    'fy targets',
  ],
  ...[
    'since 10 years',
    'since 19 people joined',
    'since series b',
    'since day one',
    'since the ipo, 5 years',
  ],
  ...[
    '5-10-person team',
    '3-4 days onsite',
    'from $2000-2019 a seat',
    '2000 to 2500 stores',
    '1900-2000 users',
  ],
  ...[
    '$2000→$2019 a month',
    'from 2000 users to 20k',
    '10/10 interviews',
    '9/10 deals',
    '03/04 of the pipeline',
  ],
  ...[
    'mar 19 reps started',
    'may 15 reps follow',
    'may 20 to 30 reps',
    'fall in love with sales',
    'spring cleaning',
  ],
  ...[
    'mba from a top school',
    'an mba and 15 years',
    'sap 2019',
    'office 2019, windows 2000',
    'a degree, 2 kids',
  ],
  ...[
    'promoted twice in 5 years',
    'joined a fintech in its first year',
    'left in good terms',
    'iso 9001, soc 2',
  ],
  ...[
    'built in 1-2 years',
    'x-2000 and 737-800',
    'the ’90s style',
    'est. 2019',
    'graduated in the top 10',
    'graduated in 10 months',
    'series a 2-3 times',
    '20/20 vision',
  ],
  ...['de 20 à 40 reps', 'seit 10 jahren im vertrieb', 'depuis 10 ans', 'summer internships', 'winter tires'],
  ...['1-800 numbers', '2019', 'winner of the 2019 sales award', '50/50 split', '80/20 rule', '2x-3x quota'],
])('finds nothing in %s', (line) => {
  expect(findInLine(rule, line)).toEqual([]);
});
