import { contrast, mix, mixUntil } from './contrast.ts';
import { fontFamilies } from './font-families.ts';
import type { Theme } from './letterhead.ts';
import { lightenUntil } from './lighten-until.ts';
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
 * The newsletter's colours and measures. Its accent is what links and buttons have; where links would be hard to read it
 * is darkened on light surfaces, and lightened on dark ones, until they are not. A colour that is set for light screens
 * only is turned for dark ones.
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
    light: { ...onLight, ...accentColours(accent, onLight, 'light') },
    dark: { ...onDark, ...accentColours(accent, onDark, 'dark') },
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

/**
 * The accent as links and as buttons have it where text stands on these, each with the colour of words on it. On dark
 * screens the two are one, and glow.
 */
function accentColours(accent: string, tokens: Colours, scheme: 'light' | 'dark'): Tokens {
  const least = scheme === 'light' ? 4.5 : 6;
  const canBeRead = (colour: string): boolean => leastContrast(colour, tokens) >= least;
  const darkened = mixUntil(accent, '#000000', canBeRead);
  const isDarkened = canBeRead(darkened);
  const link = isDarkened
    ? darkened
    : lightenUntil(accent, (colour) => canBeRead(colour) && carriesWords(colour));
  const button = scheme === 'light' && isDarkened ? buttonColour(accent, tokens.text) : link;
  return { link, 'on-link': wordsOn(link), button, 'on-button': wordsOn(button) };
}

/**
 * The accent, dark enough for white words: mail programs that turn colours by themselves often make dark words on a
 * bright button light, and leave the button. An accent that would turn to olive or brown that way leaves buttons to the
 * colour of text.
 */
function buttonColour(accent: string, text: string): string {
  const darkest = mix(accent, '#000000', 0.33);
  const takesWhite = (colour: string): boolean => contrast(colour, '#ffffff') >= 4.5;
  return takesWhite(darkest) ? mixUntil(accent, '#000000', takesWhite) : text;
}

/** A colour of middling lightness is too dark for black words and too light for white ones. */
function carriesWords(ground: string): boolean {
  return contrast(ground, wordsOn(ground)) >= 4.5;
}

function wordsOn(ground: string): string {
  return contrast(ground, '#ffffff') >= 4.5 ? '#ffffff' : '#101214';
}
