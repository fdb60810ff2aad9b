import { contrast, mixUntil } from './contrast.ts';
import { TemplateError } from './template-error.ts';

/** Colours as `#rrggbb` by name. */
export type Tokens = Readonly<Record<string, string>>;

export interface ThemeTokens {
  readonly light: Tokens;
  readonly dark: Tokens;
}

/** Text on these reaches a contrast of 7 to 1, rules and bars 3 to 1 (WCAG 1.4.6, 1.4.11); hairlines only decorate. */
const light = {
  page: '#f3f4f2',
  surface: '#ffffff',
  text: '#1f2328',
  muted: '#4a525b',
  rule: '#868f99',
  hairline: '#dcdfe2',
  'tldr-ink': '#6e4700',
  'tldr-tint': '#fff6dd',
  'role-ink': '#0b5a42',
  'role-tint': '#e9f5f0',
  'candidate-ink': '#5f3596',
  'candidate-tint': '#f3eefa',
};

const dark: typeof light = {
  page: '#101214',
  surface: '#1a1d21',
  text: '#e8eaed',
  muted: '#a9b1ba',
  rule: '#6b7580',
  hairline: '#33383f',
  'tldr-ink': '#e8c266',
  'tldr-tint': '#2e2716',
  'role-ink': '#6fcfa8',
  'role-tint': '#15302a',
  'candidate-ink': '#c7abf2',
  'candidate-tint': '#2a2139',
};

/**
 * The newsletter's colours. Its accent is what links and buttons have; where an accent would be hard to read it is
 * darkened on light surfaces, and lightened on dark ones, until it is not.
 *
 * @param accent `#rrggbb`
 */
export function themeTokens(accent: string): ThemeTokens {
  const link = mixUntil(accent, '#000000', (colour) => contrastOnLight(colour) >= 4.5);
  const darkLink = mixUntil(accent, '#ffffff', (colour) => contrastOnAll(colour, dark) >= 6);
  return {
    light: { ...light, link, 'on-link': '#ffffff' },
    dark: { ...dark, link: darkLink, 'on-link': '#101214' },
  };
}

/** The least contrast of a colour, as `#rrggbb`, with the light surfaces that text stands on, from 1 to 21. */
export function contrastOnLight(colour: string): number {
  return contrastOnAll(colour, light);
}

/** The least contrast of a colour with whatever text stands on. */
function contrastOnAll(colour: string, tokens: typeof light): number {
  const surfaces = [
    tokens.page,
    tokens.surface,
    tokens['tldr-tint'],
    tokens['role-tint'],
    tokens['candidate-tint'],
  ];
  return Math.min(...surfaces.map((surface) => contrast(colour, surface)));
}

/**
 * Writes colours into a style sheet for mail, where custom properties are dead: `var(--text)` is the light text,
 * `var(--dark-text)` the dark one.
 *
 * @param file the style sheet's place in `templates/`, for the fault
 * @throws TemplateError for a name that is no token.
 */
export function fillTokens(css: string, { light, dark }: ThemeTokens, file: string): string {
  return css.replaceAll(/var\(--(dark-)?([\w-]+)\)/g, (use, isDark: string | undefined, name: string) => {
    const colour = (isDark === undefined ? light : dark)[name];
    if (colour === undefined) throw new TemplateError(`${use} is no colour of the theme`, { file });
    return colour;
  });
}
