import { describe, expect, it } from 'vitest';
import { forceScheme } from '../../src/preview/force-scheme.ts';

const inStyle = (css: string) => `<style>${css}</style>`;

describe('forcing a colour scheme', () => {
  it.each([
    [
      'what holds in the dark',
      'dark',
      '@media (prefers-color-scheme: dark) { a {} }',
      '@media (min-width: 0) { a {} }',
    ],
    [
      'what holds in the light',
      'dark',
      '@media (prefers-color-scheme:light){}',
      '@media (max-width: -1px){}',
    ],
    [
      'the same for light screens',
      'light',
      '@media (prefers-color-scheme: dark) {}',
      '@media (max-width: -1px) {}',
    ],
    [
      'a question within a longer one',
      'dark',
      '@media screen and ( Prefers-Color-Scheme : DARK ) and (max-width: 600px), print {}',
      '@media screen and (min-width: 0) and (max-width: 600px), print {}',
    ],
    [
      'both schemes as support for one',
      'dark',
      ':root { color-scheme: light dark; }',
      ':root { color-scheme:dark; }',
    ],
    ['support in the other order', 'light', ':root{color-scheme:dark light}', ':root{color-scheme:light}'],
  ] as const)('answers %s', (_, scheme, css, expected) => {
    expect(forceScheme(inStyle(css), scheme)).toBe(inStyle(expected));
  });

  it('leaves a document that knows only one scheme as it is', () => {
    const css = inStyle(':root { color-scheme: light; supported-color-schemes: light dark }');
    expect(forceScheme(css, 'dark')).toBe(css);
  });

  it('reads what stands in the head', () => {
    expect(forceScheme('<meta name="color-scheme" content="light dark">', 'dark')).toBe(
      '<meta name="color-scheme" content="dark">',
    );
    expect(forceScheme('<link media="(prefers-color-scheme: dark)" href="x">', 'light')).toBe(
      '<link media="(max-width: -1px)" href="x">',
    );
  });

  it('never touches what the author wrote', () => {
    const text =
      '<p>use @media (prefers-color-scheme: dark) and color-scheme: light dark</p>' +
      '<pre>&lt;link media="(prefers-color-scheme: dark)"&gt;</pre>';
    expect(forceScheme(text, 'dark')).toBe(text);
  });
});
