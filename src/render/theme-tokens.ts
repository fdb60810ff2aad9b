import { contrast, mixUntil } from './contrast.ts';
import { fontFamilies } from './font-families.ts';
import type { Theme } from './letterhead.ts';
import { TemplateError } from './template-error.ts';
import { turnColour } from './turn-colour.ts';

/** Values by name: colours as `#rrggbb`, measures as CSS has them. */
export type Tokens = Readonly<Record<string, string>>;

export interface ThemeTokens {
  readonly light: Tokens;
  readonly dark: Tokens;
  /** Fonts and lengths, which are the same on every screen. */
  readonly measures: Tokens;
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

type Colours = typeof light;
type ColourName = keyof Colours;

const dark: Colours = {
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

/** The names of the colours as `theme.colors` has them: `roleTint`. */
export const colourNames: readonly string[] = Object.keys(light).map(toCamelCase);

const colours = Object.keys(light) as ColourName[];

/**
 * The newsletter's colours and measures. Its accent is what links and buttons have; where an accent would be hard to
 * read it is darkened on light surfaces, and lightened on dark ones, until it is not. A colour that is set for light
 * screens only is turned for dark ones.
 */
export function themeTokens({ accent, colors, fonts, width, radius }: Theme): ThemeTokens {
  const onLight = mapColours((name) => colors.light[toCamelCase(name)] ?? light[name]);
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

/** What is set for dark screens, or what is set for light ones, turned, and lightened until it can be read. */
function darkColours({ light: forLight, dark: forDark }: Theme['colors']): Colours {
  const turned = mapColours((name) => {
    const set = forLight[toCamelCase(name)];
    return forDark[toCamelCase(name)] ?? (set === undefined ? dark[name] : turnColour(set));
  });
  return mapColours((name) => {
    const isTurned = forDark[toCamelCase(name)] === undefined && forLight[toCamelCase(name)] !== undefined;
    const grounds = groundsOf(name).map((ground) => turned[ground]);
    if (!isTurned || grounds.length === 0) return turned[name];
    return mixUntil(turned[name], '#ffffff', (colour) =>
      grounds.every((ground) => contrast(colour, ground) >= 4.5),
    );
  });
}

/** What a text of this colour stands on; nothing for a colour that no text has. */
function groundsOf(name: ColourName): readonly ColourName[] {
  if (name === 'text' || name === 'muted') return surfaces;
  if (name === 'tldr-ink') return ['tldr-tint'];
  if (name === 'role-ink') return ['role-tint'];
  return name === 'candidate-ink' ? ['candidate-tint'] : [];
}

function mapColours(colourOf: (name: ColourName) => string): Colours {
  return Object.fromEntries(colours.map((name) => [name, colourOf(name)])) as Colours;
}

function toCamelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The least contrast of a colour, as `#rrggbb`, with what text stands on by these tokens, from 1 to 21. */
export function leastContrast(colour: string, tokens: Tokens): number {
  return Math.min(...surfaces.map((surface) => contrast(colour, tokens[surface] ?? colour)));
}

const surfaces: readonly ColourName[] = ['page', 'surface', 'tldr-tint', 'role-tint', 'candidate-tint'];

/** Two colours of a theme that stand on one another and cannot be read. */
export interface UnreadablePair {
  readonly scheme: 'light' | 'dark';
  /** As `theme.colors` names them. */
  readonly ink: string;
  readonly surface: string;
  /** From 1 to 21; text needs 4.5 (WCAG 2.2, 1.4.3). */
  readonly contrast: number;
}

/** Every text of a theme that cannot be read on what it stands on. */
export function findUnreadable({ light: onLight, dark: onDark }: ThemeTokens): readonly UnreadablePair[] {
  const pairs = colours.flatMap((ink) => groundsOf(ink).map((surface) => [ink, surface] as const));
  return [['light', onLight] as const, ['dark', onDark] as const].flatMap(([scheme, tokens]) =>
    pairs.flatMap(([ink, surface]) => {
      const reached = contrast(tokens[ink] ?? '#000000', tokens[surface] ?? '#000000');
      if (reached >= 4.5) return [];
      return [{ scheme, ink: toCamelCase(ink), surface: toCamelCase(surface), contrast: reached }];
    }),
  );
}

/**
 * Writes the theme into a style sheet for mail, where custom properties are dead: `var(--text)` is the light text,
 * `var(--dark-text)` the dark one, `var(--font-text)` the fonts of it.
 *
 * @param file the style sheet's place in `templates/`, for the fault
 * @throws TemplateError for a name that is no token.
 */
export function fillTokens(css: string, tokens: ThemeTokens, file: string): string {
  return css.replaceAll(/var\(--(dark-)?([\w-]+)\)/g, (use, isDark: string | undefined, name: string) => {
    const value = isDark === undefined ? (tokens.light[name] ?? tokens.measures[name]) : tokens.dark[name];
    if (value === undefined) throw new TemplateError(`${use} is nothing of the theme`, { file });
    return value;
  });
}
