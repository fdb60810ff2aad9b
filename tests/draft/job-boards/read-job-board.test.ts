import { expect, it } from 'vitest';
import { readJobBoard } from '../../../src/draft/job-boards/read-job-board.ts';

it('reads Greenhouse, without guessing for which period it pays', () => {
  const job = {
    id: 1,
    title: 'VP of Sales ',
    absolute_url: 'https://boards.greenhouse.io/example/jobs/1',
    location: { name: 'San Francisco' },
    first_published: '2026-11-01T10:00:00-05:00',
    content: '&lt;p&gt;prose&lt;/p&gt;',
    pay_input_ranges: [{ min_cents: 18_000_000, max_cents: 24_000_000, currency_type: 'USD' }],
  };
  const expected = {
    place: 1,
    title: 'VP of Sales',
    apply: 'https://boards.greenhouse.io/example/jobs/1',
    location: 'San Francisco',
    posted: '2026-11-01',
    unsure: ['pay: the board does not say for which period; write it yourself'],
    leftOut: ['content'],
  };
  expect(readJobBoard({ jobs: [job], meta: { total: 1 } })).toEqual({
    vendor: 'Greenhouse',
    jobs: [expected],
    skipped: [],
  });
  expect(readJobBoard(job)).toEqual({ vendor: 'Greenhouse', jobs: [expected], skipped: [] });
});

it('reads Lever, whose title is called text', () => {
  const posting = {
    text: 'VP of Sales',
    id: 'b1',
    categories: { location: 'Berlin', commitment: 'Full-time', team: 'sales', department: '' },
    descriptionPlain: 'prose '.repeat(200),
    additional: '',
    workplaceType: 'on-site',
    hostedUrl: 'https://jobs.lever.co/example/1',
    applyUrl: 'https://jobs.lever.co/example/1/apply',
    createdAt: 1_793_491_200_000,
    salaryRange: { min: 180_000, max: 240_000, currency: 'EUR', interval: 'per-year-salary' },
    lists: [{ text: 'prose', content: '<li>prose' }],
  };
  expect(readJobBoard([posting])).toEqual({
    vendor: 'Lever',
    jobs: [
      {
        place: 1,
        title: 'VP of Sales',
        apply: 'https://jobs.lever.co/example/1/apply',
        location: 'Berlin',
        workplace: 'onsite',
        employment: 'fullTime',
        posted: '2026-11-01',
        pay: { min: 180_000, max: 240_000, currency: 'EUR', per: 'year' },
        unsure: [],
        leftOut: ['categories.team', 'descriptionPlain (1,200 characters)', 'lists'],
      },
    ],
    skipped: [],
  });
  const odd = { ...posting, salaryRange: { min: 1, max: 2, currency: 'EUR', interval: 'one-time' } };
  expect(readJobBoard([odd])?.jobs[0]?.unsure).toHaveLength(1);
});

it('reads Ashby, where hybrid jobs call themselves remote, and says what it leaves out: unlisted jobs and further pay', () => {
  const job = {
    title: 'VP of Sales',
    employmentType: 'FullTime',
    location: 'London',
    isRemote: true,
    workplaceType: 'Hybrid',
    publishedAt: '2026-11-01T00:00:00.000Z',
    isListed: true,
    jobUrl: 'https://jobs.ashbyhq.com/example/1',
    applyUrl: 'https://jobs.ashbyhq.com/example/1/application',
    compensation: {
      compensationTiers: [
        {
          components: [
            { compensationType: 'EquityPercentage', interval: 'NONE' },
            { compensationType: 'Salary', interval: '1 YEAR', currencyCode: 'GBP', minValue: 1, maxValue: 2 },
          ],
        },
        {
          components: [
            {
              compensationType: 'Salary',
              interval: '1 YEAR',
              currencyCode: 'EUR',
              minValue: 3000,
              maxValue: 4,
            },
          ],
        },
      ],
    },
  };
  expect(
    readJobBoard({ apiVersion: '1', jobs: [job, { ...job, title: 'Secret', isListed: false }] }),
  ).toEqual({
    vendor: 'Ashby',
    jobs: [
      {
        place: 1,
        title: 'VP of Sales',
        apply: 'https://jobs.ashbyhq.com/example/1/application',
        location: 'London',
        workplace: 'hybrid',
        employment: 'fullTime',
        posted: '2026-11-01',
        pay: { min: 1, max: 2, currency: 'GBP', per: 'year' },
        unsure: [],
        leftOut: ['pay: EquityPercentage', 'pay: another Salary EUR 3,000–4'],
      },
    ],
    skipped: [{ place: 2, title: 'Secret', why: 'is not listed on the board' }],
  });
});

it('reads Workable, which has one row a location, and keeps hidden places hidden', () => {
  const row = {
    title: 'VP of Sales',
    shortcode: 'AB12',
    employment_type: 'Contract',
    department: 'sales',
    telecommuting: false,
    application_url: 'https://apply.workable.com/j/AB12/apply',
    published_on: '2026-11-01',
  };
  const jobs = [
    { ...row, locations: [{ city: 'Cork', region: 'County Cork', country: 'Ireland', hidden: false }] },
    { ...row, locations: [{ city: 'Rome', country: 'Italy', hidden: true }] },
  ];
  expect(readJobBoard({ name: 'example', jobs })).toEqual({
    vendor: 'Workable',
    jobs: [
      {
        place: 1,
        title: 'VP of Sales',
        apply: 'https://apply.workable.com/j/AB12/apply',
        location: 'Cork, County Cork, Ireland',
        employment: 'contract',
        posted: '2026-11-01',
        unsure: ['location: what the board hides was left out'],
        leftOut: ['department'],
      },
    ],
    skipped: [],
  });
});

it.each([null, 1, 'text', [], {}, { jobs: [{ name: 'x' }] }, [{ text: 'a' }], { jobs: 'none' }])(
  'does not take %j for a job board',
  (document) => {
    expect(readJobBoard(document)).toBeUndefined();
  },
);

const greenhouse = { title: 'VP', absolute_url: 'https://jobs.example.com/1' };
const lever = { text: 'VP', hostedUrl: 'https://jobs.example.com/1' };
const ashby = { title: 'VP', jobUrl: 'https://jobs.example.com/1' };
const workable = { title: 'VP', shortcode: 'A', url: 'https://jobs.example.com/1' };

it('takes no change of a job for the day of its posting', () => {
  const [job] = readJobBoard({ jobs: [{ ...greenhouse, updated_at: '2026-11-01' }] })?.jobs ?? [];
  expect(job?.posted).toBeUndefined();
  expect(job?.unsure).toEqual([
    'posted: the board says only that the job was last changed on 2026-11-01; write the day yourself',
  ]);
});

it.each([
  [
    'Greenhouse',
    { jobs: [{ ...greenhouse, location: 'sf', first_published: 5 }] },
    ['location', 'first_published'],
  ],
  ['Greenhouse', { jobs: [{ ...greenhouse, first_published: '0001-01-01' }] }, ['first_published']],
  [
    'Lever',
    [{ ...lever, workplaceType: 'constructor', categories: { commitment: 'toString' }, createdAt: 1e30 }],
    ['workplaceType', 'categories', 'createdAt'],
  ],
  ['Lever', [{ ...lever, salaryRange: 'lots', createdAt: 1_793_491_200 }], ['salaryRange', 'createdAt']],
  ['Ashby', { jobs: [{ ...ashby, isListed: 'false', isRemote: 'yes' }] }, ['isListed', 'isRemote']],
  ['Ashby', { jobs: [{ ...ashby, compensation: { compensationTiers: 'x' } }] }, ['compensation']],
  ['Workable', { jobs: [{ ...workable, city: 'Cork', country: { a: 1 } }] }, ['country']],
])('says what it cannot use: %s %j', (vendor, document, leftOut) => {
  const board = readJobBoard(document);
  expect(board?.vendor).toBe(vendor);
  expect(board?.jobs[0]?.leftOut.toSorted()).toEqual(leftOut.toSorted());
});

it('reads a period of no name that every object has', () => {
  const salaryRange = { min: 1, max: 2, currency: 'EUR', interval: 'constructor' };
  expect(readJobBoard([{ ...lever, salaryRange }])?.jobs[0]).toMatchObject({
    unsure: ['pay: its period or its ends cannot be read; write it yourself'],
  });
});

it('says where a board contradicts itself', () => {
  const unsure = (document: unknown) => readJobBoard(document)?.jobs[0]?.unsure;
  expect(unsure({ jobs: [{ ...ashby, workplaceType: 'OnSite', isRemote: true }] })).toHaveLength(1);
  expect(unsure({ jobs: [{ ...ashby, isRemote: true }] })).toHaveLength(1);
  const rows = [workable, { ...workable, title: 'CTO' }];
  expect(unsure({ jobs: rows })).toEqual(['title: the rows of this job differ; the first one was taken']);
});

it('reads the jobs that are whole, and says which are not', () => {
  const jobs = [null, 'x', { absolute_url: 'https://jobs.example.com/2' }, greenhouse];
  const board = readJobBoard({ jobs });
  expect(board?.jobs.map(({ place, title }) => [place, title])).toEqual([[4, 'VP']]);
  expect(board?.skipped.map(({ place, why }) => [place, why])).toEqual([
    [1, 'is no job'],
    [2, 'is no job'],
    [3, 'has no title'],
  ]);
});

it('refuses what is nested without end', () => {
  const content = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(readJobBoard({ jobs: [{ ...greenhouse, content }] })).toBeUndefined();
});
