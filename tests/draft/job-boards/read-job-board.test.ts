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
  });
  expect(readJobBoard(job)).toEqual({ vendor: 'Greenhouse', jobs: [expected] });
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
  });
  const odd = { ...posting, salaryRange: { min: 1, max: 2, currency: 'EUR', interval: 'one-time' } };
  expect(readJobBoard([odd])?.jobs[0]?.unsure).toHaveLength(1);
});

it('reads Ashby, where hybrid jobs call themselves remote, and leaves out what is not listed', () => {
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
      ],
    },
  };
  expect(
    readJobBoard({ apiVersion: '1', jobs: [job, { ...job, title: 'Secret', isListed: false }] }),
  ).toEqual({
    vendor: 'Ashby',
    jobs: [
      {
        title: 'VP of Sales',
        apply: 'https://jobs.ashbyhq.com/example/1/application',
        location: 'London',
        workplace: 'hybrid',
        employment: 'fullTime',
        posted: '2026-11-01',
        pay: { min: 1, max: 2, currency: 'GBP', per: 'year' },
        unsure: [],
        leftOut: [],
      },
    ],
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
        title: 'VP of Sales',
        apply: 'https://apply.workable.com/j/AB12/apply',
        location: 'Cork, County Cork, Ireland',
        employment: 'contract',
        posted: '2026-11-01',
        unsure: [],
        leftOut: ['department'],
      },
    ],
  });
});

it.each([null, 1, 'text', [], {}, { jobs: [{ name: 'x' }] }, [{ text: 'a' }], { jobs: 'none' }])(
  'does not take %j for a job board',
  (document) => {
    expect(readJobBoard(document)).toBeUndefined();
  },
);
