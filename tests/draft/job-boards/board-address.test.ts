import { expect, it } from 'vitest';
import { addressOfBoard } from '../../../src/draft/job-boards/board-address.ts';

const greenhouse = 'https://boards-api.greenhouse.io/v1/boards/acme/jobs';
const ashby = 'https://api.ashbyhq.com/posting-api/job-board/acme%20co?includeCompensation=true';
const workable = 'https://apply.workable.com/api/v1/widget/accounts/acme?details=true';

it.each([
  ['https://boards.greenhouse.io/acme', { api: `${greenhouse}?pay_transparency=true` }],
  ['https://job-boards.greenhouse.io/acme/', { api: `${greenhouse}?pay_transparency=true` }],
  [
    'https://job-boards.greenhouse.io/acme/jobs/127817?gh_src=x',
    { api: `${greenhouse}/127817?pay_transparency=true` },
  ],
  ['https://boards.greenhouse.io/embed/job_board?for=acme', { api: `${greenhouse}?pay_transparency=true` }],
  [
    'https://boards.greenhouse.io/embed/job_board?for=a%2Fb%3Fc',
    { api: 'https://boards-api.greenhouse.io/v1/boards/a%2Fb%3Fc/jobs?pay_transparency=true' },
  ],
  [
    'https://boards.greenhouse.io/embed/job_app?for=acme&token=127817',
    { api: `${greenhouse}/127817?pay_transparency=true` },
  ],
  ['https://job-boards.eu.greenhouse.io/acme/jobs/1', { api: `${greenhouse}/1?pay_transparency=true` }],
  [`${greenhouse}?content=true`, { api: `${greenhouse}?content=true` }],
  ['https://jobs.lever.co/acme', { api: 'https://api.lever.co/v0/postings/acme?mode=json' }],
  ['https://jobs.lever.co/acme/1-2/apply', { api: 'https://api.lever.co/v0/postings/acme/1-2?mode=json' }],
  ['https://jobs.eu.lever.co/acme', { api: 'https://api.eu.lever.co/v0/postings/acme?mode=json' }],
  ['https://jobs.ashbyhq.com/acme%20co', { api: ashby }],
  ['https://jobs.ashbyhq.com/acme%20co/1-2', { api: ashby, job: '1-2' }],
  ['https://apply.workable.com/acme/', { api: workable }],
  ['https://apply.workable.com/acme/j/ABC123/apply/', { api: workable, job: 'ABC123' }],
  [workable, { api: workable }],
])('finds where the jobs of %s are for programs', (page, address) => {
  expect(addressOfBoard(page)).toEqual(address);
});

it.each([
  'https://careers.example.com/jobs/1',
  'https://boards.greenhouse.io/',
  'https://boards.greenhouse.io/embed/job_board',
  'https://constructor/acme',
  'https://__proto__/acme',
  'https://jobs.lever.co',
  'https://jobs.lever.co.example.com/acme',
  'https://www.workable.com/acme',
  'https://apply.workable.com/j/3F2A91',
  'ftp://jobs.lever.co/acme',
  'jobs.lever.co/acme',
  'acme.txt',
])('knows no board at %s', (page) => {
  expect(addressOfBoard(page)).toBeUndefined();
});
