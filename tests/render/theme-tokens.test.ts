import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/render/contrast.ts';
import { fillTokens, requireTokens } from '../../src/render/fill-tokens.ts';
import { findUnreadable } from '../../src/render/find-unreadable.ts';
import { TemplateError } from '../../src/render/template-error.ts';
import { colourNames } from '../../src/render/theme-colours.ts';
import { type Tokens, themeTokens } from '../../src/render/theme-tokens.ts';
import { colourNames as settableColours } from '../../src/workspace/theme-schema.ts';
import { letterhead } from './samples.ts';

const { theme } = letterhead;

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#767676', 4.54],
  ['#1652a8', '#1652a8', 1],
])('measures the contrast of %s and %s as WCAG does', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
});

const accents = ['#1652a8', '#ffcc00', '#ff0000', '#00ff00', '#000000', '#ffffff'];
const schemes = accents.flatMap((accent) => {
  const { light, dark } = themeTokens({ ...theme, accent });
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
    for (const ground of ['link', 'button'])
      expect(contrast(of(`on-${ground}`), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it('rules can be seen', () => {
    expect(contrast(of('rule'), of('surface'))).toBeGreaterThanOrEqual(3);
  });
});

/**
 * What clients that force their own dark mode on a mail do to its light colours, as far as it has been observed: some
 * turn every lightness around, others only light backgrounds and dark letters.
 */
const forcings: readonly (readonly [string, (colour: string, part: 'ink' | 'surface') => string])[] = [
  ['that turns all colours around', (colour) => turnLightness(colour)],
  [
    'that turns light backgrounds and dark letters around',
    (colour, part) => (lightness(colour) > 0.5 === (part === 'surface') ? turnLightness(colour) : colour),
  ],
];

function channelsOf(colour: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** The lightness of HSL, from 0 to 1. */
function lightness(colour: string): number {
  const channels = channelsOf(colour);
  return (Math.max(...channels) + Math.min(...channels)) / 2 / 255;
}

/** The same hue and chroma with the opposite lightness: adding the same to each channel keeps both. */
function turnLightness(colour: string): string {
  const shift = 255 * (1 - 2 * lightness(colour));
  const turned = channelsOf(colour).map((channel) => Math.round(channel + shift));
  return `#${turned.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

describe.each(forcings)('in a forced dark mode %s', (_, force) => {
  it.each(accents)('everything can be read with the accent %s', (accent) => {
    const { light } = themeTokens({ ...theme, accent });
    const of = (name: string, part: 'ink' | 'surface'): string => force(light[name] ?? '', part);
    const pairs = [
      ...['surface', 'page', 'role-tint', 'candidate-tint', 'tldr-tint'].flatMap((surface) =>
        ['text', 'muted', 'link'].map((ink) => [ink, surface] as const),
      ),
      ...['role', 'candidate', 'tldr'].map((card) => [`${card}-ink`, `${card}-tint`] as const),
      ['on-link', 'link'] as const,
      ['on-button', 'button'] as const,
    ];
    for (const [ink, surface] of pairs) {
      expect(contrast(of(ink, 'ink'), of(surface, 'surface')), `${ink} on ${surface}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });
});

it('takes an accent that can be read as it is', () => {
  expect(themeTokens(theme).light['link']).toBe('#1652a8');
});

describe('a button', () => {
  const buttons = (accent: string): readonly (string | undefined)[] => {
    const { light, dark } = themeTokens({ ...theme, accent });
    return [light['button'], dark['button']];
  };

  it.each(['#1652a8', '#7a1f3d', '#000000'])(
    'is the accent %s where white words can be read on it',
    (accent) => {
      expect(buttons(accent)[0]).toBe(accent);
    },
  );

  it.each(['#ffd400', '#ffcc00', '#ffa500'])('is never olive or brown: with %s it is as text', (accent) => {
    expect(buttons(accent)).toEqual([themeTokens(theme).light['text'], accent]);
  });

  it('is a strong colour on dark screens, not a pale one', () => {
    for (const accent of ['#1652a8', '#7a1f3d', '#2f9e44']) {
      const channels = channelsOf(buttons(accent)[1] ?? '');
      expect(Math.max(...channels) - Math.min(...channels), accent).toBeGreaterThan(90);
    }
  });
});

it('has the same names in light and dark', () => {
  const { light, dark } = themeTokens(theme);
  const names = (tokens: Tokens) => Object.keys(tokens).sort();
  expect(names(dark)).toEqual(names(light));
});

it('has a colour for each name that newsletter.yaml may set', () => {
  expect(colourNames).toEqual(settableColours);
});

describe('colours that are set', () => {
  const set = (colors: Partial<(typeof theme)['colors']>) =>
    themeTokens({ ...theme, colors: { ...theme.colors, ...colors } });

  it('stand on the screens that they are set for', () => {
    const { light, dark } = set({ light: { roleTint: '#fff0f0' }, dark: { page: '#000000' } });
    expect([light['role-tint'], light['page'], dark['page']]).toEqual(['#fff0f0', '#f3f4f2', '#000000']);
  });

  it('are turned for dark screens when nothing else is said', () => {
    expect(set({ light: { page: '#ffffff', text: '#000000' } }).dark).toMatchObject({
      page: '#212121',
      text: '#dbdbdb',
    });
    expect(set({ light: { page: '#ffffff' }, dark: { page: '#111111' } }).dark['page']).toBe('#111111');
  });

  it('keep their hue when they are turned', () => {
    const [red = 0, green = 0, blue = 0] = channelsOf(
      set({ light: { roleInk: '#800000' } }).dark['role-ink'] ?? '',
    );
    expect(red).toBeGreaterThan(green + 60);
    expect(Math.abs(green - blue)).toBeLessThan(40);
  });

  it('are named where text cannot be read on them, and the defaults are not', () => {
    expect(accents.flatMap((accent) => findUnreadable(themeTokens({ ...theme, accent })))).toEqual([]);
    expect(findUnreadable(set({ light: { roleInk: '#77aa99' }, dark: { roleInk: '#77aa99' } }))).toEqual([
      { scheme: 'light', ink: 'roleInk', surface: 'roleTint', contrast: expect.closeTo(2.36, 1) },
    ]);
  });

  it('leave links and buttons readable, also where light screens are black', () => {
    const colours = { page: '#000000', surface: '#000000', text: '#ffffff', muted: '#dddddd' };
    const tints = { tldrTint: '#000000', roleTint: '#000000', candidateTint: '#000000' };
    const { light } = set({ light: { ...colours, ...tints } });
    expect(contrast(light['link'] ?? '', '#000000')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(light['link'] ?? '', light['on-link'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

it('writes colours into a style sheet', () => {
  const css = 'a { color: var(--text); background: var(--dark-text); max-width: var(--width) }';
  expect(fillTokens(css, themeTokens(theme), 'email/inline.css')).toBe(
    'a { color: #1f2328; background: #e8eaed; max-width: 600px }',
  );
});

it('names the style sheet that uses a colour there is not', () => {
  expect(() => fillTokens('a { color: var(--txet) }', themeTokens(theme), 'email/inline.css')).toThrow(
    expect.objectContaining({
      name: TemplateError.name,
      message: 'var(--txet) is nothing of the theme',
      file: 'email/inline.css',
    }),
  );
});

it('names the line at which a style sheet asks for what the theme does not have', () => {
  const tokens = themeTokens(theme);
  const css = 'a { color: var(--text) }\n\nb { color: var( --brand ) }';
  const place = { line: 3, column: 12, endLine: 3, endColumn: 24 };
  expect(() => fillTokens(css.replaceAll(' )', ')').replace('( ', '('), tokens, 'email/inline.css')).toThrow(
    expect.objectContaining({ message: 'var(--brand) is nothing of the theme', place }),
  );
  expect(() => requireTokens(css, tokens, 'web/style.css')).toThrow(
    expect.objectContaining({ file: 'web/style.css', place: { ...place, endColumn: 26 } }),
  );
  expect(() => requireTokens(`:root { --brand: red }\n${css}`, tokens, 'web/style.css')).not.toThrow();
  expect(() => requireTokens('a { color: var(--brand, red) }', tokens, 'web/style.css')).not.toThrow();
});
