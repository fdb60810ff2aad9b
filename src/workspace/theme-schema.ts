import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as "#1652a8"');
const colourFor = (what: string) => colour.exactOptional().describe(what);

/** What has a colour of its own, besides what the accent colours. */
const colours = z.strictObject({
  page: colourFor('Around the letter.'),
  surface: colourFor('Behind the letter.'),
  text: colourFor('Of text.'),
  muted: colourFor('Of facts and small print.'),
  rule: colourFor('Of lines beside quotes and in tables.'),
  hairline: colourFor('Of lines that only decorate.'),
  tldrInk: colourFor('Of the label and the bar of the TL;DR box.'),
  tldrTint: colourFor('Behind the TL;DR box.'),
  roleInk: colourFor('Of the label and the bar of a role.'),
  roleTint: colourFor('Behind a role.'),
  candidateInk: colourFor('Of the label and the bar of a candidate.'),
  candidateTint: colourFor('Behind a candidate.'),
});

export const colourNames: readonly string[] = Object.keys(colours.shape);

/** Nothing that ends a declaration, or an attribute in double quotes. */
const fonts = z
  .string()
  .regex(/^[\w\s,'-]+$/, "is not sans, serif or a list of fonts such as Verdana, 'Open Sans', sans-serif");

/** One line that no picture's path or description goes without. */
const words = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, 'must be one line without control characters');

const logo = z.strictObject({
  src: words.describe('The picture: png, jpg, gif, webp, avif or tiff, as seen from newsletter.yaml.'),
  alt: words.describe('What it says, for readers who do not see it: mostly the name of the newsletter.'),
  width: z.int().min(16).max(300).exactOptional().describe('As it is shown, in pixels. Default: 120.'),
  dark: words.exactOptional().describe('Another picture for pages on dark screens.'),
});

/** `theme:` of `newsletter.yaml` as it is written. */
export const themeSchema = z.strictObject({
  accent: colour.exactOptional().describe('The colour of links and buttons, in quotes. Default: "#1652a8".'),
  colors: z
    .strictObject({
      light: colours.exactOptional().describe('On light screens.'),
      dark: colours
        .exactOptional()
        .describe('On dark screens. Default: what is set for light screens, turned dark.'),
    })
    .exactOptional()
    .describe('Any other colour, such as roleTint: "#e9f5f0".'),
  fonts: z
    .strictObject({
      text: fonts.exactOptional().describe('Of headings, cards and small print. Default: sans.'),
      essay: fonts.exactOptional().describe('Of what you write at length. Default: serif.'),
    })
    .exactOptional()
    .describe('sans, serif, or a list of fonts that readers may have. None is ever fetched.'),
  logo: logo.exactOptional().describe('A picture at the top of mails and pages.'),
  width: z.int().min(480).max(720).exactOptional().describe('Of the mail, in pixels. Default: 600.'),
  radius: z.int().min(0).max(24).exactOptional().describe('Of corners, in pixels. Default: 8.'),
});

/** How mails and pages look, with every default but those of colours: what is not set has its own in the templates. */
export type Theme = ReturnType<typeof completeTheme>;

/** Fills in what `theme:` leaves out; colours come out in lower case. */
export function completeTheme(written: z.output<typeof themeSchema> = {}) {
  const { accent = '#1652a8', colors = {}, fonts: set = {}, width = 600, radius = 8 } = written;
  return {
    accent: accent.toLowerCase(),
    colors: { light: lowerCase(colors.light), dark: lowerCase(colors.dark) },
    fonts: { text: set.text ?? 'sans', essay: set.essay ?? 'serif' },
    width,
    radius,
    ...(written.logo === undefined ? {} : { logo: { width: 120, ...written.logo } }),
  };
}

function lowerCase(written: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, value.toLowerCase()]));
}
