import { contrast, mixUntil } from './contrast.ts';
import type { Theme } from './letterhead.ts';
import { turnColour, turnTint } from './turn-colour.ts';

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

export type Colours = typeof light;
export type ColourName = keyof Colours;

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

const names = Object.keys(light) as ColourName[];

const surfaces: readonly ColourName[] = ['page', 'surface', 'tldr-tint', 'role-tint', 'candidate-tint'];

/** The colours that text has, each with what it stands on. */
export const groundsOf: Readonly<Partial<Record<ColourName, readonly ColourName[]>>> = {
  text: surfaces,
  muted: surfaces,
  'tldr-ink': ['tldr-tint'],
  'role-ink': ['role-tint'],
  'candidate-ink': ['candidate-tint'],
};

/** What is set for light screens, or the default. */
export function lightColours({ light: forLight }: Theme['colors']): Colours {
  return mapColours((name) => forLight[toCamelCase(name)] ?? light[name]);
}

/** What is set for dark screens, or what is set for light ones, turned, and lightened until it can be read. */
export function darkColours({ light: forLight, dark: forDark }: Theme['colors']): Colours {
  const turned = mapColours((name) => {
    const set = forLight[toCamelCase(name)];
    const turn = name.endsWith('-tint') ? turnTint : turnColour;
    return forDark[toCamelCase(name)] ?? (set === undefined ? dark[name] : turn(set));
  });
  return mapColours((name) => {
    const isTurned = forDark[toCamelCase(name)] === undefined && forLight[toCamelCase(name)] !== undefined;
    const grounds = groundsOf[name]?.map((ground) => turned[ground]);
    if (!isTurned || grounds === undefined) return turned[name];
    return mixUntil(turned[name], '#ffffff', (colour) =>
      grounds.every((ground) => contrast(colour, ground) >= 4.5),
    );
  });
}

function mapColours(colourOf: (name: ColourName) => string): Colours {
  return Object.fromEntries(names.map((name) => [name, colourOf(name)])) as Colours;
}

/** As newsletter.yaml spells a name of the style sheets. */
export function toCamelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The least contrast of a colour, as `#rrggbb`, with what text stands on by these tokens, from 1 to 21. */
export function leastContrast(colour: string, tokens: Readonly<Record<string, string>>): number {
  return Math.min(...surfaces.map((surface) => contrast(colour, tokens[surface] ?? colour)));
}
