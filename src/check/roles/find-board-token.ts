export interface BoardToken {
  /** As the link has it. */
  readonly text: string;
  /** Where it starts in the link. */
  readonly start: number;
}

/** Hosts of applicant tracking systems whose paths start with the client’s own word, after these segments. */
const namedInPath: Readonly<Record<string, readonly string[]>> = {
  'jobs.lever.co': [],
  'jobs.eu.lever.co': [],
  'boards.greenhouse.io': [],
  'boards.eu.greenhouse.io': [],
  'job-boards.greenhouse.io': [],
  'job-boards.eu.greenhouse.io': [],
  'jobs.ashbyhq.com': [],
  'apply.workable.com': [],
  'jobs.smartrecruiters.com': [],
  'careers.smartrecruiters.com': [],
  'jobs.jobvite.com': [],
  'ats.rippling.com': [],
  'jobs.gem.com': [],
  'app.dover.com': ['apply'],
  'join.com': ['companies'],
  'wellfound.com': ['company'],
  'www.ycombinator.com': ['companies'],
  'www.comeet.com': ['jobs'],
};

/** Hosts below which every client has a name of its own. */
const namedInHost = [
  ...['workable.com', 'recruitee.com', 'bamboohr.com', 'teamtailor.com', 'breezy.hr', 'jobs.personio.de'],
  ...['jobs.personio.com', 'myworkdayjobs.com', 'myworkdaysite.com', 'icims.com', 'pinpointhq.com'],
  ...[
    'applytojob.com',
    'zohorecruit.com',
    'zohorecruit.eu',
    'factorialhr.com',
    'homerun.co',
    'freshteam.com',
  ],
  ...['hire.trakstar.com', 'softgarden.io', 'onlyfy.jobs', 'jobs.hr.cloud.sap'],
];

/** Words that such systems themselves put where a client’s name could stand. */
const wordsOfSystems: ReadonlySet<string> = new Set([
  ...['www', 'app', 'apply', 'jobs', 'job', 'careers', 'career', 'boards', 'api', 'help', 'support', 'embed'],
  ...['j', 'view', 'search', 'oneclick-ui', 'company', 'companies', 'internal', 'login', 'go', 'na', 'eu'],
]);

/** What names the client in a link to its board on a known applicant tracking system. */
export function findBoardToken(link: string): BoardToken | undefined {
  const [whole = '', host = ''] = /^https:\/\/([^/?#:]+)(?::\d+)?/i.exec(link) ?? [];
  const found = inHost(host.toLowerCase()) ?? inPath(link, host.toLowerCase(), whole.length);
  if (found === undefined) return undefined;
  const { start, length } = found;
  const text = link.slice(start, start + length);
  return wordsOfSystems.has(text.toLowerCase()) ? undefined : { text, start };
}

interface Stretch {
  readonly start: number;
  readonly length: number;
}

function inHost(host: string): Stretch | undefined {
  const system = namedInHost.find((name) => host.endsWith(`.${name}`));
  if (system === undefined) return undefined;
  const [first = ''] = host.split('.');
  // careers-acme.icims.com
  const start = 'https://'.length + (/^(?:careers|jobs)-(?=.)/.exec(first)?.[0].length ?? 0);
  return { start, length: 'https://'.length + first.length - start };
}

function inPath(link: string, host: string, start: number): Stretch | undefined {
  const before = namedInPath[host];
  if (before === undefined) return undefined;
  // boards.greenhouse.io/embed/job_app?for=acme&token=1
  const asked = host.endsWith('.greenhouse.io') ? /[?&]for=([^&#]+)/.exec(link) : null;
  if (asked?.[1] !== undefined) return { start: asked.index + '?for='.length, length: asked[1].length };
  const oneClick = /^\/oneclick-ui\/company\//i.exec(link.slice(start))?.[0];
  const prefix = oneClick ?? ['', ...before, ''].join('/');
  if (!link.startsWith(prefix, start)) return undefined;
  const [segment = ''] = link.slice(start + prefix.length).split(/[/?#]/, 1);
  return segment === '' ? undefined : { start: start + prefix.length, length: segment.length };
}
