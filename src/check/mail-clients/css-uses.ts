import type { Feature } from './clients-without.ts';

/** A use of CSS that the letter suffers from where it does nothing. Its patterns are of CSS in lower case. */
export interface CssUse extends Feature {
  readonly property: RegExp;
  /** Absent: whatever its value. */
  readonly value?: RegExp;
  /** Absent: whatever is styled. */
  readonly selector?: RegExp;
  /** Properties that make up for it when they stand beside it. Its own one in front always does, with a plain value. */
  readonly madeUpBy?: readonly string[];
  /** Gmail drops the whole style attribute or sheet that it stands in: nothing makes up for it. */
  readonly dropsAll?: true;
  /** Writing the styles into the elements settles it. */
  readonly inlinedAway?: true;
  readonly hint: string;
}

const anything = /^(?!--)/;
const coloured = /color$|^background$|^border/;
const sized =
  /^(?:font|font-size|line-height|width|max-width|height|text-indent|(?:margin|padding|border)(?:-\w+)?(?:-width)?)$/;

const columns = 'make the columns cells of one row of a table';
const hex = 'write it as #rrggbb, or Gmail drops the other styles around it, too';
const words = 'write the words into the template';

/**
 * What is worth saying about a declaration; of those that fit, the first is said. Everything else degrades well:
 * where corners, shadows, motion, selectors or media queries do nothing, the letter still reads as it should.
 */
export const cssUses: readonly CssUse[] = [
  { feature: 'css-display-flex', property: /^display$/, value: /\bflex\b/, hint: columns },
  { feature: 'css-display-grid', property: /^display$/, value: /\bgrid\b/, hint: columns },
  {
    feature: 'css-position',
    property: /^position$/,
    value: /^(?:absolute|fixed|sticky)\b/,
    hint: 'give it a row or a cell of its own in the table',
  },
  {
    feature: 'css-float',
    property: /^float$/,
    value: /^(?:left|right|inline-\w+)\b/,
    hint: 'write align="left" or align="right" on the image or the table',
  },
  {
    feature: 'css-visibility',
    property: /^visibility$/,
    value: /^(?:hidden|collapse)\b/,
    hint: 'write display: none; mso-hide: all',
  },
  {
    feature: 'css-object-fit',
    property: /^object-fit$/,
    value: /^(?:cover|contain|none|scale-down)\b/,
    hint: 'cut the image to its size before you put it in',
  },
  {
    feature: 'css-margin',
    partly: true,
    property: /^margin(?:-(?:top|right|bottom|left))?$/,
    value: /(?:^|\s)-\.?\d/,
    hint: 'take padding away from the table cell around it',
  },
  {
    feature: 'css-pseudo-element-before',
    selector: /::?before\b/,
    property: /^content$/,
    value: /^["'][^\\]*\p{L}/u,
    hint: words,
  },
  {
    feature: 'css-pseudo-element-after',
    selector: /::?after\b/,
    property: /^content$/,
    value: /^["'][^\\]*\p{L}/u,
    hint: words,
  },

  // Sides that are named by the direction of writing
  ...['margin', 'padding'].flatMap((box) => [
    sides(`css-${box}-inline-block`, new RegExp(`^${box}-(?:inline|block)$`)),
    sides(`css-${box}-inline-start-end`, new RegExp(`^${box}-inline-(?:start|end)$`)),
    sides(`css-${box}-block-start-end`, new RegExp(`^${box}-block-(?:start|end)$`)),
  ]),
  sides('css-border-inline-block', /^border-(?:inline|block)$/),
  sides('css-border-inline-block-individual', /^border-(?:inline|block)-(?:start|end)$/),
  sides(
    'css-border-inline-block-longhand',
    /^border-(?:inline|block)-(?:start-|end-)?(?:width|style|color)$/,
  ),
  { feature: 'css-inline-size', property: /^inline-size$/, hint: 'write width' },
  { feature: 'css-block-inline-size', property: /^block-size$/, hint: 'write height' },
  { feature: 'css-max-inline-size', property: /^max-inline-size$/, hint: 'write max-width' },

  // Colours and backgrounds
  {
    feature: 'css-modern-color',
    property: anything,
    value: /\b(?:ok)?l(?:ab|ch)\(/,
    dropsAll: true,
    hint: hex,
  },
  {
    feature: 'css-rgb',
    partly: true,
    property: anything,
    value: /\brgb\(\s*[\d.]+%?\s+[\d.]/,
    dropsAll: true,
    hint: hex,
  },
  {
    feature: 'css-rgba',
    partly: true,
    property: anything,
    value: /\brgba\(\s*[\d.]+%?\s+[\d.]/,
    dropsAll: true,
    hint: hex,
  },
  {
    feature: 'css-rgba',
    property: coloured,
    value: /\brgba\(/,
    hint: 'write it as #rrggbb, as it looks on what is behind it',
  },
  {
    feature: 'css-function-light-dark',
    property: anything,
    value: /\blight-dark\(/,
    hint: 'write the light colour here, and the dark one in head.css under @media (prefers-color-scheme: dark)',
  },
  ...['linear', 'radial', 'conic'].map((kind) =>
    picture(`css-${kind}-gradient`, /^background(?:-image)?$/, new RegExp(`\\b${kind}-gradient\\(`)),
  ),
  picture('css-background-image', /^background-image$/, /\burl\(/),

  // Lengths, and values that are worked out
  {
    feature: 'css-variables',
    property: anything,
    value: /\bvar\(/,
    inlinedAway: true,
    hint: 'write the value itself',
  },
  {
    feature: 'css-unit-calc',
    property: sized,
    value: /\bcalc\(/,
    hint: 'write the length itself, in px or %',
  },
  ...['clamp', 'min', 'max'].map((name) => length(`css-function-${name}`, `(?<![\\w-])${name}\\(`)),
  ...['rem', 'ch', 'vw', 'vh', 'vmin', 'vmax'].map((unit) =>
    length(`css-unit-${unit}`, `(?<![\\w.#-])-?[\\d.]+${unit}\\b`),
  ),
];

function sides(feature: string, property: RegExp): CssUse {
  return { feature, property, hint: 'name the sides top, right, bottom and left' };
}

function picture(feature: string, property: RegExp, value: RegExp): CssUse {
  return {
    feature,
    property,
    value,
    madeUpBy: ['background', 'background-color'],
    hint: 'add a background-color on which the text can be read',
  };
}

function length(feature: string, value: string): CssUse {
  return { feature, property: sized, value: new RegExp(value), hint: 'write it in px' };
}
