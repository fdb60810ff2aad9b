/** A list of fonts, as CSS has it. */
interface FontFamilies {
  readonly everywhere: string;
  /** For classic Outlook, which takes Times New Roman when it does not have the first. */
  readonly inOutlook: string;
}

/** Fonts that readers have: nothing is fetched, and most mail programs would not. */
const known: Readonly<Record<string, FontFamilies>> = {
  sans: {
    everywhere: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
    inOutlook: 'Arial, sans-serif',
  },
  serif: { everywhere: "Georgia, 'Times New Roman', serif", inOutlook: 'Georgia, serif' },
};

/** @param fonts `sans`, `serif`, or a list of font families */
export function fontFamilies(fonts: string): FontFamilies {
  return known[fonts] ?? { everywhere: fonts, inOutlook: fonts };
}
