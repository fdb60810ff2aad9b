import { describe, expect, it } from 'vitest';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { sampleDefaults } from '../check/parse-sample.ts';

/** Parses an issue whose block of that name holds one line more, on line 9. */
function parseField(block: string, field: string) {
  const title = block === 'front matter' || block === 'penny for my thoughts' ? '' : 'title: t';
  const head = `---\ntitle: t\nnumber: 1\ndate: 2026-11-23\n---\n`;
  const text =
    block === 'front matter'
      ? `---\ntitle: t\nnumber: 1\ndate: 2026-11-23\n\n\n\n\n${field}\n---\n---penny for my thoughts\n---\n`
      : `${head}---${block}\n${title}\n\n${field}\n---\n`;
  return parseIssue({ file: 'issues/001-t.md', bytes: Buffer.from(text) }, sampleDefaults);
}

describe('a field that is right comes out as it was written', () => {
  it.each([
    [
      'front matter',
      'subtitle: “so…” it’s here',
      { subtitle: '“so…” it’s here', preheader: '“so…” it’s here' },
    ],
    ['front matter', 'subject: hi {{firstName|there}}', { subject: 'hi {{firstName|there}}', title: 't' }],
    ['front matter', 'preheader: p', { preheader: 'p' }],
    ['front matter', 'slug: a-slug', { slug: 'a-slug' }],
    ['front matter', 'tags: [hiring, b2b-sales]', { tags: ['hiring', 'b2b-sales'] }],
    ['front matter', 'lang: pt-BR', { language: 'pt-BR' }],
    ['front matter', 'draft: true', { draft: true }],
    ['open role', 'apply: https://jobs.example.com/1', { apply: 'https://jobs.example.com/1' }],
    [
      'open role',
      'apply: mailto:a@example.com?subject=vp',
      { kind: 'openRole', apply: 'mailto:a@example.com?subject=vp' },
    ],
    ['open role', 'status: paused', { status: 'paused' }],
    ['open role', 'id: vp-of-sales', { id: 'vp-of-sales' }],
    ['open role', 'company: acme', { company: 'acme' }],
    ['open role', 'location: {city: Berlin, country: DE}', { location: { city: 'Berlin', country: 'DE' } }],
    ['open role', 'location: {region: CA, country: US}', { location: { region: 'CA', country: 'US' } }],
    ['open role', 'location: berlin or remote', { location: 'berlin or remote' }],
    ['open role', 'workplace: remote', { workplace: 'remote' }],
    ['open role', 'remoteFrom: [US, GB]', { remoteFrom: ['US', 'GB'] }],
    ['open role', 'employment: fullTime', { employment: 'fullTime' }],
    [
      'open role',
      'pay: {min: 1, max: 1, currency: EUR, per: hour}',
      { pay: { min: 1, max: 1, currency: 'EUR', per: 'hour' } },
    ],
    ['open role', 'pay: USD 180,000–240,000 per year', { pay: 'USD 180,000–240,000 per year' }],
    ['open role', 'benefits: health', { benefits: 'health' }],
    ['open role', 'employerSize: 15', { employerSize: 15 }],
    ['open role', 'posted: 2024-02-29', { posted: '2024-02-29' }],
    ['open role', 'closes: 2026-12-31', { closes: '2026-12-31', posted: '2026-11-23' }],
    ['open role', 'cta: {label: go}', { cta: { lead: 'interested?', label: 'go' } }],
    ['active candidate', 'id: opaque-9', { id: 'opaque-9' }],
    ['active candidate', 'status: placed', { status: 'placed' }],
    ['active candidate', 'contact: me@penny.example', { contact: 'me@penny.example' }],
    ['active candidate', 'location: sf or nyc', { location: 'sf or nyc' }],
    ['active candidate', 'workplace: hybrid', { workplace: 'hybrid' }],
    ['active candidate', 'available: in May', { available: 'in May' }],
    ['active candidate', 'payWanted: 200k', { payWanted: '200k' }],
    [
      'active candidate',
      'consent: {on: 2026-11-01, until: 2027-05-01, scope: [email, web]}',
      { consent: { on: '2026-11-01', until: '2027-05-01', scope: ['email', 'web'] } },
    ],
    ['active candidate', 'web: true', { web: true }],
    ['active candidate', 'cta: {lead: so?}', { cta: { lead: 'so?', label: 'email me' } }],
    ['penny for my thoughts', 'title: "penny for my thoughts:"', { title: 'penny for my thoughts:' }],
  ])('%s › %s', (block, field, value) => {
    const { issue, findings } = parseField(block, field);
    expect(findings).toEqual([]);
    expect(block === 'front matter' ? issue : issue?.blocks[0]).toMatchObject(value);
  });

  it('front matter › ignore, for those who look for findings', () => {
    const entry = '{rule: mail/subject-long, why: the joke}';
    const { written, findings } = parseField('front matter', `ignore: [${entry}]`);
    expect(findings).toEqual([]);
    expect(written?.frontMatter.fields.ignore).toEqual([{ rule: 'mail/subject-long', why: 'the joke' }]);
  });
});

describe('a field that is wrong, at its place, with what to write', () => {
  it.each([
    ['front matter', 'subtitel: x', '9:1-9:9 schema/unknown-key', 'did you mean subtitle?'],
    ['front matter', 'subject: 2026', '9:10-9:14 schema/type', 'put it into quotes: "2026"'],
    ['front matter', 'subtitle: 007', '9:11-9:14 schema/type', 'put it into quotes: "007"'],
    ['front matter', 'subtitle: True', '9:11-9:15 schema/type', 'put it into quotes: "True"'],
    [
      'front matter',
      'preheader:',
      '9:1-9:10 schema/missing',
      'write one behind preheader:, in quotes if it starts with #, or take the line out',
    ],
    [
      'front matter',
      'subject: "a\\uFDD0unsubscribeUrl\\uFDD1"',
      '9:10-9:39 schema/type',
      'write it on one line, and nothing in it that cannot be seen',
    ],
    ['front matter', 'slug: My Slug!', '9:7-9:15 schema/type', 'did you mean my-slug?'],
    ['front matter', 'tags: hiring', '9:7-9:13 schema/type', 'write it in brackets: [one, two]'],
    ['front matter', 'tags: [ok, Not Ok]', '9:12-9:18 schema/type', 'did you mean not-ok?'],
    ['front matter', 'lang: english language', '9:7-9:23 schema/type', 'write one such as en, de or pt-BR'],
    ['front matter', 'draft: maybe', '9:8-9:13 schema/type', 'write one of the two, without quotes'],
    ['front matter', 'ignore: [{rule: a/b}]', '9:10-9:21 schema/missing', 'add why: …'],
    [
      'open role',
      'apply: jobs.example.com/1',
      '9:8-9:26 role/apply-url',
      'did you mean https://jobs.example.com/1?',
    ],
    [
      'open role',
      'apply: http://example.org/1',
      '9:8-9:28 role/apply-url',
      'did you mean https://example.org/1?',
    ],
    [
      'open role',
      'apply: "jane@example.com"',
      '9:8-9:26 role/apply-email',
      'write mailto:jane@example.com, or the https:// link of the application page',
    ],
    ['open role', 'apply: javascript:alert(1)', '9:8-9:27 role/apply-url', 'write https://… or mailto:…'],
    [
      'open role',
      'benefits: "vp \\ud800 x"',
      '9:11-9:24 schema/type',
      'write it on one line, and nothing in it that cannot be seen',
    ],
    [
      'open role',
      'company: hi {{firstName|there}}',
      '9:10-9:32 merge-tag/unknown',
      'write the words themselves',
    ],
    [
      'open role',
      'remoteFrom: [EU]',
      '9:14-9:16 role/country',
      'the EU is no country: name the countries, such as [DE, FR, NL]',
    ],
    ['open role', 'closes: 31/02/2026', '9:9-9:19 issue/date', 'write year-month-day, such as 2026-11-23'],
    ['open role', 'closes: 31/12/2026', '9:9-9:19 issue/date', 'write 2026-12-31'],
    ['open role', 'status: opne', '9:9-9:13 schema/type', 'did you mean open?'],
    ['open role', 'location: {city: x, country: uk}', '9:30-9:32 role/country', 'did you mean GB?'],
    ['open role', 'location: {city: x, country: USA}', '9:30-9:33 role/country', 'did you mean US?'],
    ['open role', 'location: {city: x, country: germany}', '9:30-9:37 role/country', 'did you mean DE?'],
    [
      'open role',
      'location: {city: x, country: bavaria}',
      '9:30-9:37 role/country',
      'write two capital letters, such as US, GB or DE',
    ],
    ['open role', 'remoteFrom: [UK]', '9:14-9:16 role/country', 'did you mean GB?'],
    ['open role', 'workplace: office', '9:12-9:18 schema/type', 'write one of onsite, hybrid, remote'],
    [
      'open role',
      'pay: {min: 240000, max: 180000, currency: USD, per: year}',
      '9:6-9:58 role/pay-order',
      'swap them?',
    ],
    [
      'open role',
      'pay: {min: 1, max: 2, currency: US$, per: year}',
      '9:33-9:36 role/currency',
      'did you mean USD?',
    ],
    ['open role', 'pay: {min: 1, currency: USD, per: year}', '9:1-9:4 schema/missing', 'add max: …'],
    [
      'open role',
      'pay: {min: 170k, max: 200000, currency: USD, per: year}',
      '9:12-9:16 schema/type',
      'write 170000, without quotes or signs',
    ],
    [
      'open role',
      'pay: {min: "$170,000", max: 200000, currency: USD, per: year}',
      '9:12-9:22 schema/type',
      'write 170000, without quotes or signs',
    ],
    ['open role', 'employerSize: "40"', '9:15-9:19 schema/type', 'write 40, without quotes or signs'],
    ['open role', 'employerSize: 40-50', '9:15-9:20 schema/type', 'write digits, without quotes'],
    ['open role', 'employerSize: many', '9:15-9:19 schema/type', 'write digits, without quotes'],
    ['open role', 'closes: 2026-02-30', '9:9-9:19 issue/date', 'did you mean 2026-02-28?'],
    ['open role', 'closes: 03/04/2026', '9:9-9:19 issue/date', 'write 2026-04-03 or 2026-03-04'],
    ['open role', 'closes: 2026-13-01', '9:9-9:19 issue/date', 'write year-month-day, such as 2026-11-23'],
    ['open role', 'closes: next friday', '9:9-9:20 issue/date', 'write year-month-day, such as 2026-11-23'],
    ['open role', 'cta: {lable: go}', '9:7-9:12 schema/unknown-key', 'did you mean label?'],
    [
      'active candidate',
      'contact: me at example',
      '9:10-9:23 schema/type',
      'write one such as hello@penny.example',
    ],
    [
      'active candidate',
      'contact: mailto:me@penny.example',
      '9:10-9:33 schema/type',
      'did you mean me@penny.example?',
    ],
    ['front matter', 'lang: English', '9:7-9:14 schema/type', 'write one such as en, de or pt-BR'],
    [
      'active candidate',
      'consent: {on: 2026-11-01, scope: [phone]}',
      '9:35-9:40 schema/type',
      'write one of email, web',
    ],
    ['active candidate', 'web: "yes"', '9:6-9:11 schema/type', 'write true, without quotes'],
    ['active candidate', 'web: no', '9:6-9:8 schema/type', 'write false, without quotes'],
    [
      'active candidate',
      'consent: {on: 2026-11-01}',
      '9:1-9:8 schema/missing',
      'add scope: [email, web], or one of these',
    ],
    [
      'open role',
      'pay: {min: 1, max: 2, currency: EUR}',
      '9:1-9:4 schema/missing',
      'add per: year or month or week or day or hour',
    ],
    ['penny for my thoughts', 'heading: x', '9:1-9:8 schema/unknown-key', 'the keys are title'],
  ])('%s › %s', (block, field, place, hint) => {
    const [finding, ...more] = parseField(block, field).findings;
    expect(more).toEqual([]);
    const { line, column, endLine, endColumn, rule } = finding ?? {};
    expect(`${line}:${column}-${endLine}:${endColumn} ${rule}`).toBe(place);
    expect(finding?.hint).toBe(hint);
  });
});
