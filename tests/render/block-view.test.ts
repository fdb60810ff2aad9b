import { describe, expect, it } from 'vitest';
import type { ActiveCandidate, OpenRole } from '../../src/issue/issue.ts';
import { type CardView, viewBlock } from '../../src/render/block-view.ts';
import { candidate, issueWith, letterhead, markdown, role } from './samples.ts';

function card(block: OpenRole | ActiveCandidate, language = 'en'): CardView {
  const view = viewBlock(block, issueWith([block], { language }), letterhead);
  if (view.kind === 'essay') throw new Error('an essay is no card');
  return view;
}

describe('an open role', () => {
  it('has its label, its title and the way to apply, named for those who hear only the link', () => {
    expect(card(role())).toMatchObject({
      label: 'open role',
      title: 'vp of sales',
      notice: undefined,
      cta: {
        lead: 'interested?',
        label: 'apply here',
        href: 'https://jobs.example.com/vp-of-sales',
        name: 'apply here: vp of sales',
      },
    });
  });

  it('has no facts when the author gave none', () => {
    expect(card(role()).facts).toEqual([]);
  });

  it('shows its facts in the order in which readers ask for them', () => {
    const facts = card(
      role({
        company: 'acme & sons',
        location: { city: 'San Francisco', region: 'CA', country: 'US' },
        workplace: 'hybrid',
        employment: 'fullTime',
        pay: { min: 180_000, max: 240_000, currency: 'USD', per: 'year' },
        benefits: 'health, four weeks off',
        closes: '2026-12-31',
      }),
    ).facts;
    expect(facts).toEqual([
      'acme & sons',
      'San Francisco, CA, United States',
      'hybrid',
      'USD 180,000–240,000 per year',
      'full-time',
      'health, four weeks off',
      'closes December 31, 2026',
    ]);
  });

  it.each([
    { given: { pay: 'competitive, plus equity' }, fact: 'competitive, plus equity' },
    { given: { pay: { min: 90, max: 90, currency: 'USD', per: 'hour' } }, fact: 'USD 90 per hour' },
    {
      given: { pay: { min: 60_000, max: 75_000, currency: 'EUR', per: 'year' } },
      language: 'de',
      fact: 'EUR 60.000–75.000 per year',
    },
    { given: { location: 'sf or anywhere near' }, fact: 'sf or anywhere near' },
    { given: { location: { country: 'DE' } }, fact: 'Germany' },
    { given: { location: { city: 'Köln', country: 'DE' } }, language: 'de', fact: 'Köln, Deutschland' },
    { given: { workplace: 'remote' }, fact: 'remote' },
    { given: { workplace: 'remote', remoteFrom: ['US', 'CA'] }, fact: 'remote (United States, Canada)' },
    { given: { employment: 'intern' }, fact: 'internship' },
  ] as const)('shows $fact', ({ given, fact, language }) => {
    expect(card(role(given), language).facts).toEqual([fact]);
  });

  it.each(['paused', 'filled', 'withdrawn'] as const)(
    'says that it is %s and no longer how to apply',
    (status) => {
      expect(card(role({ status }))).toMatchObject({ notice: `this role is ${status}`, cta: undefined });
    },
  );
});

describe('an active candidate', () => {
  it('is met by a mail to the recruiter whose subject says who is meant, in which issue', () => {
    expect(card(candidate()).cta).toEqual({
      lead: 'want to chat with them?',
      label: 'email me',
      href: 'mailto:hello@penny.example?subject=active%20candidate%3A%20vp%20of%20sales%20%5B7-c1%5D',
      name: 'email me: vp of sales',
    });
  });

  it('keeps every character of the address and the subject', () => {
    const odd = candidate({ title: 'r&d? 100% “yes” + ü', contact: 'a+b&c=d@penny.example' });
    const href = card(odd).cta?.href ?? '';
    expect(href).not.toMatch(/[ +"]/);
    expect(decodeURIComponent(href)).toBe(
      'mailto:a+b&c=d@penny.example?subject=active candidate: r&d? 100% “yes” + ü [7-c1]',
    );
    expect(new URL(href).searchParams.get('subject')).toBe('active candidate: r&d? 100% “yes” + ü [7-c1]');
  });

  it('shows its facts as the author wrote them', () => {
    const lines = { location: 'sf', workplace: 'onsite', available: 'in a month', payWanted: '$300k ote' };
    expect(card(candidate(lines)).facts).toEqual(['sf', 'onsite', 'in a month', '$300k ote']);
  });

  it.each(['paused', 'placed', 'withdrawn'] as const)(
    'says that they are %s and no longer how to meet them',
    (status) => {
      expect(card(candidate({ status }))).toMatchObject({
        notice: `this candidate is ${status}`,
        cta: undefined,
      });
    },
  );
});

it('lets every part of an essay use what another part defines', () => {
  const [start, box, end] = ['a [x][r]', 'b[^n]', '[r]: https://a.example\n\n[^n]: note'].map(
    (part) => markdown(part).children,
  );
  const view = viewBlock(
    {
      kind: 'essay',
      title: 'penny for my thoughts:',
      parts: [
        { kind: 'text', children: start ?? [] },
        { kind: 'tldr', label: 'TLDR:', children: [...(box ?? []), ...(end ?? [])] },
      ],
    },
    issueWith([]),
    letterhead,
  );
  if (view.kind !== 'essay') throw new Error('an essay stays an essay');
  expect(view.parts.map((part) => part.label)).toEqual([undefined, 'TLDR:']);
  for (const part of view.parts) {
    expect(part.body.map((node) => node.type)).toEqual(['paragraph', 'definition', 'footnoteDefinition']);
  }
});
