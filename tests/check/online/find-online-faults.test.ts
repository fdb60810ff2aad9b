import { describe, expect, it } from 'vitest';
import type { NeverNameList } from '../../../src/check/never-name/never-name-list.ts';
import { collectLinks } from '../../../src/check/online/collect-links.ts';
import { noteUnvisited } from '../../../src/check/online/find-hidden-candidate.ts';
import { findOnlineFaults } from '../../../src/check/online/find-online-faults.ts';
import type { PageAnswer } from '../../../src/check/online/page-answer.ts';
import type { WrittenIssue } from '../../../src/issue/issue.ts';
import { parseFiles } from '../parse-sample.ts';

const job = 'https://jobs.acme.test-host.com/acme/jobs/123';

const text = `---
title: a
number: 1
date: 2026-11-23
---

see [a study](https://study.test-host.com/a?b=1#c) and www.bare.test-host.com

---open role
title: cto
apply: ${job}
---

- [the team](https://team.test-host.com/)

---open role
title: vp
apply: https://filled.test-host.com/
status: filled
---

---open role
title: cfo
apply: mailto:hello@penny.example
---

---active candidate
title: cfo
---

- [their talk](https://talk.test-host.com/)

---penny for my thoughts
---

[one][1], [a sample](https://jobs.example.com/x), [inside](http://intranet/x), [later](TODO), [me](mailto:a@penny.example)
![a chart](https://images.test-host.com/chart.png)

[1]: https://one.test-host.com/
`;

const file = 'issues/001-a.md';
const written = parseFiles({ [file]: text }).flatMap((parsed) => parsed.written ?? []);

function addressesOf(
  issues: readonly WrittenIssue[],
  neverNames: NeverNameList = [],
  all = issues,
): string[] {
  return collectLinks(issues, { all, neverNames })
    .map(({ address }) => address)
    .sort();
}

function collect(terms: readonly string[] = []): string[] {
  const list = terms.map((term, at) => ({
    number: at + 1,
    terms: [term],
    match: 'word' as const,
    allow: [],
  }));
  return addressesOf(written, list);
}

describe('links that are called', () => {
  it('are those of the introduction, open roles and the essay', () => {
    expect(collect()).toEqual(
      [
        'http://www.bare.test-host.com',
        'https://images.test-host.com/chart.png',
        job,
        'https://one.test-host.com/',
        'https://study.test-host.com/a?b=1#c',
        'https://team.test-host.com/',
      ].sort(),
    );
  });

  it('are never those with a name of the list in them', () => {
    expect(collect(['acme'])).not.toContain(job);
    expect(collect(['acme'])).toContain('https://team.test-host.com/');
  });

  const talk = 'https://talk.test-host.com/';
  const essay = (words: string): string => `---penny for my thoughts\n---\n\n${words}\n\n`;
  const candidate = `---active candidate\ntitle: cfo\n---\n\n- [their talk](${talk})\n\n`;
  const role = (status: string): string =>
    `---open role\ntitle: cto\napply: https://jobs.test-host.com/cto\nstatus: ${status}\n---\n\n- a\n`;

  function write(...bodies: readonly string[]): readonly WrittenIssue[] {
    const files = bodies.map((body, at) => [
      `issues/00${at + 1}.md`,
      `---\ntitle: a\nnumber: ${at + 1}\ndate: 2026-11-23\n---\n\n${body}`,
    ]);
    return parseFiles(Object.fromEntries(files)).flatMap((parsed) => parsed.written ?? []);
  }

  it.each([
    `${talk}#slides`,
    'https://TALK.test-host.com',
    'https://talk.test-host.com:443/',
    'https://www.talk.test-host.com/?utm_source=a',
    'http://talk.test-host.com',
  ])('are never those of a candidate, also where they stand in an essay as %s', (address) => {
    expect(addressesOf(write(`${candidate}${essay(`see [this](${address})`)}`))).toEqual([]);
    const [named, other] = write(essay(`see [this](${address})`), candidate);
    expect(named === undefined || other === undefined || addressesOf([named], [], [named, other])).toEqual(
      [],
    );
  });

  it.each(['--active candidate', ' ---active candidate', '—-Active  Candidate', '---*active candidate*'])(
    'are never those below %j, which is a block that went wrong',
    (start) => {
      const lost = candidate.replace('---active candidate', start);
      expect(addressesOf(write(`${essay('hello')}${lost}`))).toEqual([]);
    },
  );

  it.each([
    String.raw`- https\://www\.talk.test-host.com/Keynote`,
    '- see talk.test-host.com/keynote',
    '- `https://talk.test-host.com/keynote`',
  ])('are never what only reads like an address in a candidate: %s', (markdown) => {
    const named = candidate.replace(`- [their talk](${talk})`, markdown);
    expect(addressesOf(write(`${named}${essay('see [this](https://talk.test-host.com/keynote)')}`))).toEqual(
      [],
    );
  });

  it('are not called where a candidate may be hidden, which is said once', () => {
    const issues = write(
      `${essay('hello')}**active candidate**\n\n[a](${talk}) [b](${talk})`,
      essay('a'),
      candidate,
    );
    expect(addressesOf(issues)).toEqual([]);
    expect(noteUnvisited(issues)).toMatchObject([
      { file: 'issues/001.md', line: 12, column: 1, endColumn: 21, rule: 'link/not-checked' },
    ]);
  });

  it('are not those of a role that a newer issue closes', () => {
    const [older, newer] = write(role('open'), role('filled'));
    if (older === undefined || newer === undefined) throw new Error('the samples cannot be read');
    expect(addressesOf([older], [], [older, newer])).toEqual([]);
    expect(addressesOf([older], [], [older])).toEqual(['https://jobs.test-host.com/cto']);
  });
});

function page(part: Partial<Extract<PageAnswer, { status: number }>> = {}): PageAnswer {
  return { url: job, status: 200, redirects: [], text: '<p>we look for a cto</p>', ...part };
}

/** What is said of the job's page when it answers so. */
function judgeJob(answer: PageAnswer): string[] {
  const uses = collectLinks(written, { all: written, neverNames: [] });
  return findOnlineFaults(uses, new Map([[job, answer]])).map(
    ({ line, column, severity, rule, message }) => `${line}:${column} ${severity} ${rule}: ${message}`,
  );
}

describe('where people apply', () => {
  it.each<[string, PageAnswer, string]>([
    ['is not there', page({ status: 404 }), 'error role/apply-gone: the page to apply is not there (404)'],
    ['was taken away', page({ status: 410 }), 'error role/apply-gone: the page to apply is not there (410)'],
    [
      'says so itself',
      page({ text: '<h1>Sorry!</h1><p>This <b>job</b> is no\n longer&nbsp;available.</p>' }),
      'warning role/apply-closed: the page to apply says that the job is gone',
    ],
    [
      'says so in German',
      page({ text: '<p>Diese Stelle ist nicht mehr verfügbar</p>' }),
      'warning role/apply-closed: the page to apply says that the job is gone',
    ],
    [
      'says so with any apostrophe',
      page({ text: 'Cette offre n&rsquo;est plus disponible' }),
      'warning role/apply-closed: the page to apply says that the job is gone',
    ],
    [
      'sends readers to the list of jobs',
      page({
        url: 'https://jobs.acme.test-host.com/acme?error=true',
        redirects: [{ status: 302, to: 'https://jobs.acme.test-host.com/acme?error=true' }],
      }),
      'warning role/apply-closed: the page to apply sends readers to a list of jobs',
    ],
    ...[
      '<p>Diese Stelle ist nicht mehr verf&uuml;gbar</p>',
      'Cette offre n&#8217;est plus disponible',
      'Esta oferta ya no está disponible'.normalize('NFD'),
      '<head><title>a</title><body><h1>This job ad has expired</h1>',
      '<p hidden>cto</p>We wrote to you when we closed it.<p>This position has been filled</p>',
    ].map((words): [string, PageAnswer, string] => [
      `says so: ${words}`,
      page({ text: words }),
      'warning role/apply-closed: the page to apply says that the job is gone',
    ]),
    ...[
      'https://job-boards.greenhouse.io/acme?error=true',
      'https://apply.workable.com/acme/?not_found=true',
    ].map((url): [string, PageAnswer, string] => [
      `ends at ${url}`,
      page({ url, redirects: [{ status: 302, to: url }] }),
      'warning role/apply-closed: the page to apply says that the job is gone',
    ]),
    [
      'is a page of Ashby’s without a job',
      page({
        url: 'https://jobs.ashbyhq.com/acme/1',
        text: '<script>window.__appData = {"organization":null,"posting":null,"jobBoard":null}</script>',
      }),
      'warning role/apply-closed: the page to apply says that the job is gone',
    ],
    [
      'ends without encryption',
      page({
        url: job.replace('https', 'http'),
        redirects: [{ status: 302, to: job.replace('https', 'http') }],
      }),
      'warning link/unencrypted: this link leads to a page without encryption',
    ],
    [
      'cannot be looked up from here',
      { failure: 'offline', detail: '' },
      'note link/not-checked: this machine found no way to the server, so nobody can tell whether this page is there',
    ],
    [
      'has moved',
      page({
        url: 'https://careers.acme.test-host.com/123',
        redirects: [{ status: 301, to: 'https://careers.acme.test-host.com/123' }],
      }),
      'note link/moved: this page has moved for good',
    ],
    [
      'has no server',
      { failure: 'unknown-host', detail: '' },
      'warning link/unreachable: there is no server of this name',
    ],
    [
      'has no certificate',
      { failure: 'untrusted', detail: '' },
      'warning link/unreachable: the server cannot prove who it is: browsers will warn of it',
    ],
    [
      'is in a private network',
      { failure: 'not-public', detail: '' },
      'warning link/not-public: this leads into a private network, and was not called',
    ],
    [
      'wants no programs',
      page({ status: 403 }),
      'note link/not-checked: the server answered 403, so nobody can tell whether this page is there',
    ],
    [
      'is out of order',
      page({ status: 503 }),
      'note link/not-checked: the server answered 503, so nobody can tell whether this page is there',
    ],
  ])('%s', (_, answer, said) => {
    expect(judgeJob(answer)).toEqual([`11:8 ${said}`]);
  });

  it.each<[string, PageAnswer]>([
    ['a page', page()],
    [
      'a page whose script knows the words for closed jobs',
      page({
        text: '<script>t={gone:"This job is no longer available"}</script><!-- this job has expired --><p>cto</p>',
      }),
    ],
    ['a page behind a slash', page({ url: `${job}/`, redirects: [{ status: 301, to: `${job}/` }] })],
    [
      'a page that only asks who you are',
      page({
        url: 'https://login.test-host.com/',
        redirects: [{ status: 302, to: 'https://login.test-host.com/' }],
      }),
    ],
    ['a page for as long as it lasts', page({ text: 'We read on until this position has been filled.' })],
    [
      'a page that hides its other case',
      page({ text: '<div hidden><b>No:</b><div>x</div>This job has expired</div>cto' }),
    ],
    [
      'a page that hides it with a style',
      page({ text: '<p style="display: none">This job has expired</p>cto' }),
    ],
    [
      'a login that claims to be for good',
      page({
        url: 'https://acme.test-host.com/login?to=1',
        redirects: [{ status: 301, to: 'https://acme.test-host.com/login?to=1' }],
      }),
    ],
    ['nothing, because somebody stopped it', { failure: 'stopped', detail: '' }],
  ])('is left alone with %s', (_, answer) => {
    expect(judgeJob(answer)).toEqual([]);
  });
});

it('knows the way from a form to its job', () => {
  const form = {
    address: `${job}/apply`,
    file,
    place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    isApply: true,
  };
  const answers = new Map([[form.address, page({ redirects: [{ status: 302, to: job }] })]]);
  expect(findOnlineFaults([form], answers)).toEqual([]);
});

it('says of other links that their page is not there', () => {
  const uses = collectLinks(written, { all: written, neverNames: [] });
  const gone = new Map([['https://one.test-host.com/', page({ status: 404, text: '' })]]);
  expect(findOnlineFaults(uses, gone)).toMatchObject([
    {
      line: 39,
      column: 6,
      severity: 'warning',
      rule: 'link/not-found',
      message: 'this page is not there (404)',
    },
  ]);
});

it.each([
  ['tags', '<'.repeat(1_000_000)],
  ['scripts', '<script>'.repeat(125_000)],
  ['comments', '<!--'.repeat(250_000)],
  ['hidden elements', '<div hidden>'.repeat(83_000)],
  ['entities', '&amp;'.repeat(200_000)],
  ['closed jobs that are none', 'if this job has expired '.repeat(40_000)],
  ['letters that grow', 'İ'.repeat(500_000)],
])('reads a megabyte of %s in no time', { timeout: 2_000 }, (_, hostile) => {
  expect(judgeJob(page({ text: hostile }))).toEqual([]);
});
