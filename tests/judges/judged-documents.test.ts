import { expect, it } from 'vitest';
import { judgedPages } from './judged-documents.ts';

/** Every kind of page that readers see, and what tells it from the others. */
const kinds: Readonly<Record<string, RegExp>> = {
  home: /^site: index\.html$/,
  archive: /^site: issues\/index\.html$/,
  issue: /^site: issues\/[^/]+\/index\.html$/,
  roles: /^site: roles\/index\.html$/,
  role: /^site: roles\/[^/]+\/index\.html$/,
  tag: /^site: tags\/[^/]+\/index\.html$/,
  'not found': /^site: 404\.html$/,
  'before the first issue': /^empty site: /,
  'joining and leaving': /^desk: /,
};

it('the judges see every kind of page, and no page is of a kind that they do not know', () => {
  const seen = judgedPages().map(({ name }) =>
    Object.entries(kinds)
      .filter(([, pattern]) => pattern.test(name))
      .map(([kind]) => kind)
      .join(),
  );
  expect(new Set(seen)).toEqual(new Set(Object.keys(kinds)));
});

it.each(['apply here', 'paused', 'filled', 'withdrawn', 'has closed'])(
  'the judges see a role that says %s',
  (said) => {
    const roles = judgedPages().filter(({ name }) => kinds['role']?.test(name));
    expect(roles.some(({ html }) => html.split('<main').at(-1)?.includes(said))).toBe(true);
  },
);
