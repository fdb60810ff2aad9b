import { expect, it } from 'vitest';
import type { PageAnswer } from '../../../src/check/online/page-answer.ts';
import { UsageError } from '../../../src/cli/command.ts';
import { fetchBoard } from '../../../src/cli/drafting/fetch-board.ts';

/** The Internet, where this address alone answers, and so. */
function answering(api: string, status: number, body: unknown): (address: string) => Promise<PageAnswer> {
  return async (address) => {
    if (address !== api) throw new Error(`nobody should call ${address}`);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { url: api, status, redirects: [], text };
  };
}

const ashby = 'https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true';
const jobs = ['1-a', '2-b'].map((id) => ({
  id,
  title: `job ${id}`,
  isListed: true,
  jobUrl: `https://jobs.ashbyhq.com/acme/${id}`,
  applyUrl: `https://jobs.ashbyhq.com/acme/${id}/application`,
}));

it('reads a whole board, or the one job whose page was named', async () => {
  const fetch = answering(ashby, 200, { apiVersion: '1', jobs });
  const all = await fetchBoard('https://jobs.ashbyhq.com/acme', fetch);
  expect(all.jobs.map(({ title }) => title)).toEqual(['job 1-a', 'job 2-b']);
  const one = await fetchBoard('https://jobs.ashbyhq.com/acme/2-b', fetch);
  expect(one.jobs.map(({ title }) => title)).toEqual(['job 2-b']);
});

it('reads one job of Lever', async () => {
  const posting = { text: 'cto', hostedUrl: 'https://jobs.lever.co/acme/1', categories: {} };
  const fetch = answering('https://api.lever.co/v0/postings/acme/1?mode=json', 200, posting);
  expect((await fetchBoard('https://jobs.lever.co/acme/1', fetch)).jobs).toMatchObject([{ title: 'cto' }]);
});

it.each<[string, string, number, unknown]>([
  ['a page that is no board', 'https://careers.example.com/1', 200, {}],
  ['a board that is not there', 'https://jobs.ashbyhq.com/acme', 404, ''],
  ['a board that is out of order', 'https://jobs.ashbyhq.com/acme', 503, ''],
  ['a board without jobs', 'https://jobs.ashbyhq.com/acme', 200, { apiVersion: '1', jobs: [] }],
  ['a job that is closed', 'https://jobs.ashbyhq.com/acme/3-c', 200, { apiVersion: '1', jobs }],
  ['an answer that is a page', 'https://jobs.ashbyhq.com/acme', 200, '<html>'],
])('says what is wrong with %s', async (_, page, status, body) => {
  await expect(fetchBoard(page, answering(ashby, status, body))).rejects.toThrow(UsageError);
});

it('says so when nobody answers', async () => {
  const fetch = async (): Promise<PageAnswer> => ({
    failure: 'too-slow',
    detail: 'no page within 20 seconds',
  });
  await expect(fetchBoard('https://jobs.ashbyhq.com/acme', fetch)).rejects.toThrow(
    'no page within 20 seconds',
  );
});
