import { describe, expect, it } from 'vitest';
import { collectLinks } from '../../../src/check/online/collect-links.ts';
import { findOnlineFaults } from '../../../src/check/online/find-online-faults.ts';
import type { PageAnswer } from '../../../src/check/online/page-answer.ts';
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

function collect(terms: readonly string[] = []): string[] {
  const list = terms.map((term, at) => ({
    number: at + 1,
    terms: [term],
    match: 'word' as const,
    allow: [],
  }));
  return written.flatMap((issue) => collectLinks(issue, list).map(({ address }) => address)).sort();
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
});

function page(part: Partial<Extract<PageAnswer, { status: number }>> = {}): PageAnswer {
  return { url: job, status: 200, redirects: [], text: '<p>we look for a cto</p>', ...part };
}

/** What is said of the job's page when it answers so. */
function judgeJob(answer: PageAnswer): string[] {
  const uses = written.flatMap((issue) => collectLinks(issue, []));
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
    ['nothing, because somebody stopped it', { failure: 'stopped', detail: '' }],
  ])('is left alone with %s', (_, answer) => {
    expect(judgeJob(answer)).toEqual([]);
  });
});

it('says of other links that their page is not there', () => {
  const uses = written.flatMap((issue) => collectLinks(issue, []));
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
  ['letters that grow', 'İ'.repeat(500_000)],
])('reads a megabyte of %s in no time', { timeout: 2_000 }, (_, hostile) => {
  expect(judgeJob(page({ text: hostile }))).toEqual([]);
});
