import { expect, it } from 'vitest';
import { asOfDay } from '../../src/issue/as-of-day.ts';
import type { Issue, OpenRole } from '../../src/issue/issue.ts';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { collectRoles } from '../../src/site/site-roles.ts';
import { issueWith, letterhead, role, templates } from '../render/samples.ts';

const issueDefaults = {
  language: 'en',
  essayTitle: 'penny for my thoughts',
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  contact: 'hello@penny.example',
};
const page = 'roles/vp-of-sales/index.html';

/** One issue a week from 2026-11-02 on, each with one role. */
function weekly(...roles: readonly Partial<OpenRole>[]): readonly Issue[] {
  return roles.map((changes, index) => {
    const number = index + 1;
    const date = `2026-11-${String(2 + 7 * index).padStart(2, '0')}`;
    const title = `issue ${number}`;
    return issueWith([role({ posted: date, ...changes })], { number, slug: `week-${number}`, date, title });
  });
}

function plan(issues: readonly Issue[], today = '2026-11-23'): (path: string) => string {
  const { files } = planSite({ issues, letterhead, templates, today });
  return (path) => files.get(path) ?? '';
}

function statusOf(issues: readonly Issue[], today: string): string | undefined {
  return collectRoles(issues.toReversed().map((issue) => asOfDay(issue, today))).get('vp-of-sales')?.role
    .status;
}

it('lets the newest issue decide how a role stands', () => {
  expect(statusOf(weekly({ status: 'open' }, { status: 'filled' }), '2026-11-23')).toBe('filled');
  expect(statusOf(weekly({ status: 'filled' }, { status: 'open' }), '2026-11-23')).toBe('open');
});

it.each([
  ['open', '2026-11-30', 'open'],
  ['open', '2026-12-01', 'expired'],
  ['paused', '2026-12-01', 'expired'],
  ['filled', '2026-12-01', 'filled'],
  ['withdrawn', '2026-12-01', 'withdrawn'],
] as const)('a role that is %s and closes on 2026-11-30 is on %s: %s', (status, today, expected) => {
  expect(statusOf(weekly({ status, closes: '2026-11-30' }), today)).toBe(expected);
});

it('tells of a role as its newest issue does, and since when it is there', () => {
  const issues = weekly({ title: 'vp sales' }, {}, { title: 'vp of sales, emea' });
  const found = collectRoles(issues.toReversed()).get('vp-of-sales');
  expect(found?.role).toMatchObject({ title: 'vp of sales, emea', posted: '2026-11-02' });
  expect(found?.issues.map(({ number }) => number)).toEqual([3, 2, 1]);
});

it('shows an open role on its page, in the list, in the sitemap and in the feeds', () => {
  const file = plan(weekly({ company: 'acme' }, { company: 'acme' }));
  expect(file(page)).toContain('<h1>vp of sales</h1>');
  expect(file(page)).toContain('<time datetime="2026-11-02">posted November 2, 2026.</time>');
  expect(file(page)).toMatch(/from these issues[\s\S]*issue 2[\s\S]*issue 1/);
  expect(file(page)).not.toContain('noindex');
  expect(file(page)).not.toContain('confidential');
  expect(file('roles/index.html')).toContain('<a href="../roles/vp-of-sales/index.html">vp of sales</a>');
  expect(file('sitemap.xml')).toContain('<loc>https://penny.example/roles/vp-of-sales/</loc>');
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) expect(file(feed), feed).toContain('vp of sales');
});

it.each([
  ['filled', {}, 'this role is filled'],
  ['withdrawn', {}, 'this role is withdrawn'],
  ['open', { closes: '2026-11-22' }, 'this role has closed'],
] as const)(
  'says that a role is closed (%s %o), and takes it out of everything else',
  (status, more, notice) => {
    const file = plan(weekly({}, { status, ...more }));
    for (const path of [page, 'issues/week-1/index.html', 'issues/week-2/index.html']) {
      expect(file(path), path).toContain(notice);
      expect(file(path), path).not.toContain('https://jobs.example.com');
    }
    expect(file(page)).toContain('<meta name="robots" content="noindex">');
    expect(file(page)).not.toContain('JobPosting');
    for (const path of ['roles/index.html', 'sitemap.xml', 'rss.xml', 'atom.xml', 'feed.json'])
      expect(file(path), path).not.toMatch(/vp.of.sales/);
  },
);

it('takes an issue of nothing but closed roles out of the feeds, and no other', () => {
  const file = plan([
    ...weekly({ status: 'filled' }),
    issueWith([role({ id: 'cto', title: 'cto' })], { number: 2, slug: 'two', title: 'issue 2' }),
  ]);
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
    expect(file(feed), feed).toContain('issue 2');
    expect(file(feed), feed).not.toContain('issue 1');
  }
  expect(file('issues/index.html')).toContain('issue 1');
});

it('keeps a paused role in the feeds, and out of the search engines and the list', () => {
  const file = plan(weekly({ status: 'paused' }));
  expect(file(page)).toContain('noindex');
  expect(file('rss.xml')).toContain('this role is paused');
  for (const path of ['roles/index.html', 'sitemap.xml']) expect(file(path), path).not.toMatch(/vp.of.sales/);
});

it('lists the open roles of newer issues first, and says when there is none', () => {
  const other = issueWith([role({ id: 'cto', title: 'cto' })], {
    number: 9,
    slug: 'nine',
    date: '2026-12-01',
  });
  expect(plan([...weekly({}), other])('roles/index.html')).toMatch(/>cto<[\s\S]*>vp of sales</);
  expect(plan([])('roles/index.html')).toContain('no role is open right now');
});

it('gives two roles whose titles have no Latin letter a page each', () => {
  const files = ['李', '王'].map((title, index) => ({
    file: `issues/00${index + 1}-a.md`,
    bytes: Buffer.from(
      `---\ntitle: a\nnumber: ${index + 1}\ndate: 2026-11-23\nslug: a${index}\n---\n\n---open role\ntitle: ${title}\napply: mailto:hello@penny.example\n---\n\n- a\n`,
    ),
  }));
  const issues = files.flatMap((file) => parseIssue(file, issueDefaults).issue ?? []);
  const file = plan(issues);
  expect(file('roles/role-of-issue-1/index.html')).toContain('<h1>李</h1>');
  expect(file('roles/role-of-issue-2/index.html')).toContain('<h1>王</h1>');
});
