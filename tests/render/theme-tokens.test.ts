import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/render/contrast.ts';
import { TemplateError } from '../../src/render/template-error.ts';
import { fillTokens, type Tokens, themeTokens } from '../../src/render/theme-tokens.ts';

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#767676', 4.54],
  ['#1652a8', '#1652a8', 1],
])('measures the contrast of %s and %s as WCAG does', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
});

const accents = ['#1652a8', '#ffcc00', '#ff0000', '#00ff00', '#000000', '#ffffff'];
const schemes = accents.flatMap((accent) => {
  const { light, dark } = themeTokens(accent);
  return [
    { accent, scheme: 'light', tokens: light },
    { accent, scheme: 'dark', tokens: dark },
  ];
});

describe.each(schemes)('with the accent $accent, $scheme,', ({ tokens }) => {
  const of = (name: string): string => tokens[name] ?? '';
  const surfaces = ['surface', 'page', 'role-tint', 'candidate-tint', 'tldr-tint'];

  it.each(surfaces)('text, small print and links can be read on %s', (surface) => {
    for (const ink of ['text', 'muted', 'link']) {
      expect(contrast(of(ink), of(surface)), ink).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('labels can be read on their cards and buttons', () => {
    for (const card of ['role', 'candidate', 'tldr']) {
      expect(contrast(of(`${card}-ink`), of(`${card}-tint`)), card).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('on-link'), of('link'))).toBeGreaterThanOrEqual(4.5);
  });

  it('rules can be seen', () => {
    expect(contrast(of('rule'), of('surface'))).toBeGreaterThanOrEqual(3);
  });
});

it('takes an accent that can be read as it is', () => {
  expect(themeTokens('#1652a8').light['link']).toBe('#1652a8');
});

it('has the same names in light and dark', () => {
  const { light, dark } = themeTokens('#1652a8');
  const names = (tokens: Tokens) => Object.keys(tokens).sort();
  expect(names(dark)).toEqual(names(light));
});

it('writes colours into a style sheet', () => {
  const css = 'a { color: var(--text); background: var(--dark-text) }';
  expect(fillTokens(css, themeTokens('#1652a8'), 'email/inline.css')).toBe(
    'a { color: #1f2328; background: #e8eaed }',
  );
});

it('names the style sheet that uses a colour there is not', () => {
  expect(() => fillTokens('a { color: var(--txet) }', themeTokens('#1652a8'), 'email/inline.css')).toThrow(
    expect.objectContaining({
      name: TemplateError.name,
      message: 'var(--txet) is no colour of the theme',
      file: 'email/inline.css',
    }),
  );
});
