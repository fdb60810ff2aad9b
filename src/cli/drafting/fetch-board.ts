import type { PageAnswer } from '../../check/online/page-answer.ts';
import { addressOfBoard } from '../../draft/job-boards/board-address.ts';
import type { JobBoard } from '../../draft/job-boards/job-posting.ts';
import { readJobBoard } from '../../draft/job-boards/read-job-board.ts';
import { fetchPublic } from '../../http/fetch-public.ts';
import { UsageError } from '../command.ts';

/** A board with long texts; more is no board that a newsletter is made of. */
const mostBytes = 10_000_000;
const patience = 20_000;

type Fetch = (address: string) => Promise<PageAnswer>;

const fetchWhole: Fetch = (address) => fetchPublic(address, { most: mostBytes, timeout: patience });

/**
 * The jobs of a public board, or the one whose page was named.
 *
 * @param page the address of a board of Greenhouse, Lever, Ashby or Workable, or of one of its jobs
 * @throws UsageError when there is no such board, or it does not answer
 */
export async function fetchBoard(page: string, fetch: Fetch = fetchWhole): Promise<JobBoard> {
  const address = addressOfBoard(page);
  if (address === undefined) {
    throw new UsageError(
      'this is not a job board that penny can read',
      'name a board of Greenhouse, Lever, Ashby or Workable, or save the text of the page and import that file',
    );
  }
  const board = readJobBoard(parseAnswer(await fetch(address.api), page));
  const { job } = address;
  const jobs = (board?.jobs ?? []).filter(({ apply }) => job === undefined || apply.includes(job));
  if (board === undefined || jobs.length === 0)
    throw new UsageError(`${page} has no open job`, 'open it in a browser: it may be closed or have moved');
  return { ...board, jobs, skipped: job === undefined ? board.skipped : [] };
}

function parseAnswer(answer: PageAnswer, page: string): unknown {
  if ('failure' in answer)
    throw new UsageError(`${page} cannot be read: ${answer.detail}`, 'try again later');
  if (answer.status === 404)
    throw new UsageError(`there is no board or job at ${page}`, 'open it in a browser');
  if (answer.status !== 200)
    throw new UsageError(`the board answered ${answer.status}`, 'try again later, or save its JSON yourself');
  try {
    return JSON.parse(answer.text);
  } catch (cause) {
    throw new UsageError('the board did not answer with JSON', 'try again later', { cause });
  }
}
