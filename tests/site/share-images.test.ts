import { expect, it } from 'vitest';
import type { Picture } from '../../src/issue/picture.ts';
import { shareCardOfIssue, shareCardOfSite } from '../../src/render/share-cards.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { issueWith, letterhead, role, templates } from '../render/samples.ts';

function image(name: string): Picture {
  return {
    path: `images/${name}.png`,
    type: 'image/png',
    width: 1200,
    height: 630,
    bytes: Buffer.from(name),
  };
}

const named = { ...letterhead, tagline: 'one role, one candidate, one opinion', shareImage: image('site') };
const issue = issueWith([role()], {
  slug: 'cards',
  title: 'who holds the {{fields.what|cards}}?',
  tags: ['hiring'],
  shareImage: image('cards'),
});

function plan(issues = [issue]) {
  return planSite({ issues, letterhead: named, templates, today: '2026-11-24' });
}

function headOf(html = ''): Record<string, string> {
  return Object.fromEntries(
    Array.from(
      html.matchAll(/<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">/g),
      (found) => found.slice(1),
    ),
  );
}

it('names the image of an issue on its page, with its whole address and the words on it', () => {
  const html = plan().files.get('issues/cards/index.html');
  expect(headOf(html)).toEqual({
    'og:image': 'https://penny.example/images/cards.png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'who holds the cards? · penny for my thoughts · issue 7 · November 23, 2026',
    'twitter:card': 'summary_large_image',
  });
  expect(html).toContain('"image":"https://penny.example/images/cards.png"');
});

it.each(['', 'issues/', 'roles/', 'roles/vp-of-sales/', 'tags/hiring/'])(
  'names the image of the newsletter on the page at /%s',
  (path) => {
    expect(headOf(plan().files.get(`${path}index.html`))).toMatchObject({
      'og:image': 'https://penny.example/images/site.png',
      'og:image:alt': 'penny for my thoughts · one role, one candidate, one opinion',
    });
  },
);

it('names none on the page for what is not there, which nobody can share', () => {
  expect(headOf(plan().files.get('404.html'))).toEqual({});
});

it('publishes the images that pages name, and nothing of a draft', () => {
  const draft = { ...issue, slug: 'draft', number: 8, draft: true, shareImage: image('draft') };
  expect([...plan([issue, draft]).pictures.keys()]).toEqual(['images/cards.png', 'images/site.png']);
});

it('writes on the image of an issue the name, the title, the number and the day, and nothing else', () => {
  const { colours: _, ...words } = shareCardOfIssue(issue, named);
  expect(words).toEqual({
    name: 'penny for my thoughts',
    title: 'who holds the cards?',
    feet: ['issue 7 · November 23, 2026', 'issue 7 · 2026-11-23'],
  });
  const { colours, ...ofSite } = shareCardOfSite(named);
  expect(ofSite).toEqual({ name: 'penny for my thoughts', feet: ['one role, one candidate, one opinion'] });
  expect(colours).toEqual({ surface: '#ffffff', text: '#1f2328', muted: '#4a525b', accent: '#1652a8' });
});
