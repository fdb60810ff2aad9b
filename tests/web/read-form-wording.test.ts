import { expect, it } from 'vitest';
import { renderDeskPages } from '../../src/web/desk-pages.ts';
import { readFormWording } from '../../src/web/read-form-wording.ts';
import { letterhead, templates } from '../render/samples.ts';

function wordingWith(
  change: Partial<typeof letterhead>,
  own: readonly (readonly [string, string])[] = [],
): string {
  const pages = renderDeskPages({ ...letterhead, ...change }, new Map([...templates, ...own]));
  return readFormWording(pages.refused('late'));
}

it('is what people read at the form, and nothing that only programs see', () => {
  expect(wordingWith({})).toBe(
    'subscribe · your e-mail address · subscribe · you get a mail to confirm first, and every issue has a link to leave.',
  );
});

it('is in the words of the newsletter, with its topics', () => {
  const labels = { ...letterhead.labels, confirmFirst: 'erst kommt eine Mail & dann <nichts>' };
  expect(wordingWith({ labels, topics: ['hiring', 'sales & ops'] })).toBe(
    'subscribe · your e-mail address · your topics · hiring · sales & ops · subscribe · erst kommt eine Mail & dann <nichts>',
  );
});

it('is that of a template of one’s own', () => {
  const form =
    '<div><p>Join <b>us</b>, <a href="/">please</a>.</p><form action="{{newsletter.url}}/subscribe"><button>go</button></form></div>';
  expect(wordingWith({}, [['web/subscribe.hbs', form]])).toBe('Join us, please. · go');
  expect(wordingWith({}, [['web/subscribe.hbs', '<p>write to us</p>']])).toMatch(/write to us/);
});
