import type { Theme } from './letterhead.ts';

/** On each side of what is written in a mail, in pixels: as `templates/email/inline.css` has it. */
const columnPadding = 32;

/** How wide an image can be in a mail, in pixels. */
export function columnWidthOf({ width }: Theme): number {
  return width - 2 * columnPadding;
}
