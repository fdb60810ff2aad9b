/**
 * Features that a widely read mail client lacks and that are not worth a finding, with the reason: where they do
 * nothing, the letter still reads as it should. Whoever renews the data decides here about what is new.
 */
export const degradesWell: readonly string[] = [
  // They only decorate: without them a box is square and flat, and text is plain
  'css-accent-color css-animation css-at-keyframes css-backdrop-filter css-background-blend-mode css-border-image',
  'css-border-radius css-border-radius-logical css-box-shadow css-clip-path css-filter css-mask-image',
  'css-mix-blend-mode css-opacity css-shape-margin css-shape-outside css-text-decoration-color',
  'css-text-decoration-line css-text-decoration-skip-ink css-text-decoration-style css-text-decoration-thickness',
  'css-text-emphasis css-text-emphasis-position css-text-shadow css-text-underline-offset',
  'css-text-underline-position css-transform css-transition',

  // Another font, or other breaks between words and lines: the words are the same
  'css-at-font-face css-font-kerning css-font-size-adjust css-font-stretch css-hyphenate-character',
  'css-hyphenate-limit-chars css-hyphens css-orphans css-overflow-wrap css-sytem-ui css-tab-size',
  'css-text-align-last css-text-justify css-text-overflow css-text-wrap css-white-space css-white-space-collapse',
  'css-widows css-word-spacing css-word-wrap css-writing-mode css-text-orientation',

  // How rules are chosen: what they say comes on top of what is written into the elements
  'css-at-media css-at-media-device-pixel-ratio css-at-media-hover css-at-media-orientation',
  'css-at-media-prefers-color-scheme css-at-media-prefers-reduced-motion css-at-supports css-color-scheme',
  'css-pseudo-class-active css-pseudo-class-checked css-pseudo-class-default css-pseudo-class-first-child',
  'css-pseudo-class-first-of-type css-pseudo-class-focus css-pseudo-class-focus-visible',
  'css-pseudo-class-focus-within css-pseudo-class-has css-pseudo-class-hover css-pseudo-class-lang',
  'css-pseudo-class-last-child css-pseudo-class-last-of-type css-pseudo-class-link css-pseudo-class-not',
  'css-pseudo-class-nth-child css-pseudo-class-nth-last-child css-pseudo-class-nth-last-of-type',
  'css-pseudo-class-nth-of-type css-pseudo-class-only-child css-pseudo-class-only-of-type',
  'css-pseudo-class-target css-pseudo-class-visited css-pseudo-element-first-letter',
  'css-pseudo-element-first-line css-pseudo-element-marker css-pseudo-element-placeholder',
  'css-selector-adjacent-sibling css-selector-attribute css-selector-chaining css-selector-child',
  'css-selector-general-sibling css-selector-universal',

  // They go with a declaration that is reported: flex, grid, position, float, a picture behind the text
  'css-align-items css-background-clip css-background-origin css-background-position css-background-repeat',
  'css-background-size css-clear css-flex-direction css-flex-wrap css-gap css-grid-template css-inset',
  'css-justify-content css-left-right-top-bottom css-object-position css-z-index',

  // Sizes that only refine: content takes the room it needs, and columns of text are one below the other
  'css-aspect-ratio css-border-spacing css-box-sizing css-caption-side css-column-count',
  'css-column-layout-properties css-empty-cells css-intrinsic-size css-list-style-image css-list-style-position',
  'css-max-block-size css-max-height css-min-block-size css-min-height css-min-inline-size css-min-width',
  'css-overflow css-table-layout css-unit-initial',

  // For a mouse or a keyboard, which readers of a mail seldom need in it
  'css-cursor css-inert-attribute css-outline css-outline-offset css-resize css-scroll-snap css-user-select',

  // Elements and attributes whose content is there all the same
  'html-abbr html-acronym html-aria-describedby html-aria-live html-bdi html-doctype html-loading-attribute',
  'html-marquee html-meta-color-scheme html-meter html-picture html-progress html-rp html-rt html-ruby',
  'html-semantics html-srcset html-target html-wbr',

  // Nothing without a form, which is an error of its own
  'html-button-reset html-input-checkbox html-input-hidden html-input-radio html-input-reset html-input-submit',
  'html-input-text html-required html-select html-textarea',

  // Image formats that nobody takes for a newsletter
  'image-apng image-hdr image-ico image-mp4',
].flatMap((line) => line.split(' '));
