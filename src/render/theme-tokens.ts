import { contrast, mixUntil } from './contrast.ts';
import { fontFamilies } from './font-families.ts';
import type { Theme } from './letterhead.ts';
import { type Colours, darkColours, leastContrast, lightColours } from './theme-colours.ts';

/** Values by name: colours as `#rrggbb`, measures as CSS has them. */
export type Tokens = Readonly<Record<string, string>>;

export interface ThemeTokens {
  readonly light: Tokens;
  readonly dark: Tokens;
  /** Fonts and lengths, which are the same on every screen. */
  readonly measures: Tokens;
}

/**
 * The newsletter's colours and measures. Its accent is what links and buttons have; where an accent would be hard to
 * read it is darkened on light surfaces, and lightened on dark ones, until it is not. A colour that is set for light
 * screens only is turned for dark ones.
 */
export function themeTokens(theme: Theme): ThemeTokens {
  const tokens = known.get(theme) ?? makeTokens(theme);
  known.set(theme, tokens);
  return tokens;
}

/** Every page and every share image asks for them: those of a theme are made once. */
const known = new WeakMap<Theme, ThemeTokens>();

function makeTokens({ accent, colors, fonts, width, radius }: Theme): ThemeTokens {
  const onLight = lightColours(colors);
  const onDark = darkColours(colors);
  return {
    light: { ...onLight, ...linkColours(accent, onLight, 4.5) },
    dark: { ...onDark, ...linkColours(accent, onDark, 6) },
    measures: {
      'font-text': fontFamilies(fonts.text).everywhere,
      'font-essay': fontFamilies(fonts.essay).everywhere,
      width: `${width}px`,
      // Narrower screens show the sheet from edge to edge.
      narrow: `${width + 20}px`,
      radius: `${radius}px`,
      'button-radius': `${Math.round(radius * 0.75)}px`,
    },
  };
}

/** The accent as links have it where text stands on these, and the colour of a button's words. */
function linkColours(accent: string, tokens: Colours, least: number): Tokens {
  const willDo = (colour: string): boolean => leastContrast(colour, tokens) >= least;
  const darkened = mixUntil(accent, '#000000', willDo);
  const link = willDo(darkened) ? darkened : mixUntil(accent, '#ffffff', willDo);
  return { link, 'on-link': contrast(link, '#ffffff') >= 4.5 ? '#ffffff' : '#101214' };
}
