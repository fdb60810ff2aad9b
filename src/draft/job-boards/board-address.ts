/** Where a board answers with its jobs as JSON, and which of them was meant; absent means all. */
export interface BoardAddress {
  readonly api: string;
  readonly job?: string;
}

type Read = (page: URL, path: readonly string[]) => BoardAddress | undefined;

/**
 * Where the job board behind a page that people look at gives its jobs to programs: the public, documented addresses of
 * Greenhouse, Lever, Ashby and Workable. Undefined for any other page.
 *
 * @param page the address of a board, of one of its jobs, or of the JSON itself
 */
export function addressOfBoard(page: string): BoardAddress | undefined {
  const url = URL.parse(page);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return readers.get(url.hostname)?.(
    url,
    url.pathname.split('/').filter((part) => part !== ''),
  );
}

/** https://developers.greenhouse.io/job-board.html */
const greenhouse: Read = ({ searchParams }, [first, jobs, job]) => {
  const isEmbedded = first === 'embed';
  const token = isEmbedded ? encodeURIComponent(searchParams.get('for') ?? '') : first;
  if (token === undefined || token === '') return undefined;
  const board = `https://boards-api.greenhouse.io/v1/boards/${token}/jobs`;
  const named = isEmbedded ? encodeURIComponent(searchParams.get('token') ?? '') : job;
  const isOne = named !== undefined && named !== '' && (isEmbedded || jobs === 'jobs');
  return { api: `${board}${isOne ? `/${named}` : ''}?pay_transparency=true` };
};

/** https://github.com/lever/postings-api */
const lever: Read = ({ hostname }, [site, job]) => {
  if (site === undefined) return undefined;
  const api = `https://${hostname.replace(/^jobs\./, 'api.')}/v0/postings/${site}`;
  return { api: job === undefined ? `${api}?mode=json` : `${api}/${job}?mode=json` };
};

/** https://developers.ashbyhq.com/docs/public-job-posting-api */
const ashby: Read = (_, [name, job]) => {
  if (name === undefined) return undefined;
  const api = `https://api.ashbyhq.com/posting-api/job-board/${name}?includeCompensation=true`;
  return { api, ...(job === undefined ? {} : { job }) };
};

/** https://help.workable.com/hc/en-us/articles/115012771647 */
const workable: Read = (page, [account, kind, job]) => {
  if (account === undefined) return undefined;
  if (account === 'api') return itself(page, []);
  // A job's own short address does not say whose it is.
  if (account === 'j') return undefined;
  const api = `https://apply.workable.com/api/v1/widget/accounts/${account}?details=true`;
  return { api, ...(kind === 'j' && job !== undefined ? { job } : {}) };
};

const itself: Read = ({ href }) => ({ api: href });

const readers: ReadonlyMap<string, Read> = new Map(
  Object.entries({
    'boards.greenhouse.io': greenhouse,
    'job-boards.greenhouse.io': greenhouse,
    'boards.eu.greenhouse.io': greenhouse,
    'job-boards.eu.greenhouse.io': greenhouse,
    'boards-api.greenhouse.io': itself,
    'jobs.lever.co': lever,
    'jobs.eu.lever.co': lever,
    'api.lever.co': itself,
    'api.eu.lever.co': itself,
    'jobs.ashbyhq.com': ashby,
    'api.ashbyhq.com': itself,
    'apply.workable.com': workable,
    'www.workable.com': (page, [first]) => (first === 'api' ? itself(page, []) : undefined),
  }),
);
