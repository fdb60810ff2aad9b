import { describe, expect, it } from 'vitest';
import { candidateHandle } from '../../../src/check/rules/candidate-handle.ts';
import { candidateLink } from '../../../src/check/rules/candidate-link.ts';
import { candidateProfileUrl } from '../../../src/check/rules/candidate-profile-url.ts';
import { findInLine } from './find-in-line.ts';

describe('the name of an account', () => {
  it.each([
    ...['li: janeq', 'linkedin/janeq', 'gh janeq', 'x: janeq', 'twitter janeq', 'telegram janeq', 'gh/janeq'],
    ...[
      'discord janeq#1234',
      'github janeq82',
      'linkedin jane.doe',
      'LinkedIn: janeq',
      'ig: janeq',
      'tg janeq',
    ],
    ...[
      'insta janeq',
      'instagram: jane.q',
      'linked in: janeq',
      'li: /in/janeq',
      '/in/janeq',
      'linkedin: /in/janeq',
      'discord: janeq#1234',
      'wechat id janeq_sells88',
      'telegram handle janeq',
      'linkedin handle is jane-q-sells',
      'linkedin is jane-q-sells',
      'signal me @ jane.55',
    ],
  ])('is found: %s', (account) => {
    expect(findInLine(candidateHandle, account)).toEqual([account]);
    expect(findInLine(candidateHandle, `15 years in sales, ${account}.`)).toEqual([account]);
    expect(findInLine(candidateHandle, 'a', `location: "sf (${account})"\n`)).toEqual([account]);
  });

  it.each([
    ...[
      'linkedin/indeed, cold calling',
      'github/gitlab, jira',
      'twitter/x ads',
      'slack/github/jira',
      'x/y tests',
    ],
    ...[
      'twitter ads, linkedin navigator',
      'telegram bots',
      'discord communities, ig ads',
      'gh actions, docker',
    ],
    ...[
      'linkedin b2b, cold calls',
      'linkedin outreach',
      'github node.js, react',
      'knows linkedin inside out',
    ],
    ...[
      'grew twitter from 0 to 20k',
      'gen x, gen z',
      'series x',
      'in/out of sales',
      'opt-in/out',
      'b2b/in house',
    ],
    ...[
      'linkedin: 20k readers',
      'x: 3 reps',
      'big on linkedin',
      'ex github, ex twitter',
      'linkedin top voice',
      'linkedin is top-notch',
      'their github is up-to-date',
      'discord id checks',
      'telegram user growth',
      'linkedin is strong',
    ],
  ])('is not %s', (line) => {
    expect(findInLine(candidateHandle, line)).toEqual([]);
  });
});

describe('a page of one’s own', () => {
  it.each([
    ...['janeq.dev', 'jane-q.netlify.app', 'janeq.notion.site', 'janeq.vercel.app', 'jq.wordpress.com'],
    ...['janeq-cv.pdf', 'cv_jane.docx', 'janeq.me', 'janeq dot com'],
  ])('is found: %s', (page) => {
    expect(findInLine(candidateLink, `sf, ${page}.`)).toEqual([page]);
    expect(findInLine(candidateLink, 'a', `location: "sf, ${page}"\n`)).toEqual([page]);
  });

  it.each([
    ...['portfolio: janeq.com', 'site: janeq.com', 'web janeq.com', 'blog janeq.com', 'cv: janeq.com'],
    ...['portfolio at janeq.com', 'website: janeq.com', 'homepage is janeq.com', 'resume janeq.com'],
  ])('is found behind a word that says so: %s', (line) => {
    expect(findInLine(candidateLink, line)).toEqual(['janeq.com']);
  });

  it('is found in a file behind such a word', () => {
    expect(findInLine(candidateLink, 'cv: janeq-cv.pdf')).toEqual(['janeq-cv.pdf']);
  });

  it.each([
    ...['sold to salesforce.com and booking.com', 'node.js, react.dev, web.dev', 'seller at janeq.com'],
    ...[
      'web apps for acme.com',
      'a portfolio of acme.com shops',
      'blog: penny.example',
      'dev.ops, e.g. design',
    ],
    ...['site reliability, acme.io', 'asp.net and .net', 'sold pdf.tools', 'the dot.com years', 'v1.2.dev3'],
    ...['the dot com years', 'through a dot com', 'dot com', 'penny dot example'],
  ])('is not in %s', (line) => {
    expect(findInLine(candidateLink, line)).toEqual([]);
  });
});

it.each([
  ...[
    'linkedin.com/in/janeq',
    'janeq.hashnode.dev',
    'janeq.myportfolio.com',
    'janeq.github.io',
    'janeq.bsky.social',
  ],
])('knows the page of a person by its address: %s', (page) => {
  expect(findInLine(candidateProfileUrl, page)).toHaveLength(1);
  expect(findInLine(candidateLink, page)).toEqual([]);
});
