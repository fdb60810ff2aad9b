import type { Feature } from './clients-without.ts';

/** A use of HTML whose readers miss something, or see what they should not, where it does nothing. */
export interface HtmlUse extends Feature {
  /** Absent: any element. */
  readonly element?: string;
  /** Absent: the element itself. */
  readonly attribute?: string;
  readonly value?: RegExp;
  /** What a message calls it. Absent: the attribute, or the element. */
  readonly subject?: string;
  readonly hint: string;
}

/** What is worth saying about a tag. Everything else degrades well: its content is there, or nothing was to be seen. */
export const htmlUses: readonly HtmlUse[] = [
  { feature: 'html-video', element: 'video', hint: 'link to the video from a picture' },
  { feature: 'html-audio', element: 'audio', hint: 'link to the recording' },
  { feature: 'html-svg', element: 'svg', hint: 'put the picture in as a PNG, with <img>' },
  { feature: 'html-dialog', element: 'dialog', hint: 'write it into the letter, or leave it out' },
  { feature: 'html-button-submit', element: 'button', hint: 'write a link: <a class="button" href="…">' },
  { feature: 'html-hidden', attribute: 'hidden', hint: 'write style="display: none; mso-hide: all"' },
  { feature: 'html-popover', attribute: 'popover', hint: 'write it into the letter, or leave it out' },
  {
    feature: 'html-aria-labelledby',
    attribute: 'aria-labelledby',
    hint: 'write the words themselves into aria-label',
  },
  {
    feature: 'html-anchor-links',
    element: 'a',
    attribute: 'href',
    value: /^#./s,
    subject: 'a link within the mail',
    hint: 'link to the place on the web page, or leave the link out',
  },
  {
    feature: 'image-base64',
    element: 'img',
    attribute: 'src',
    value: /^data:/i,
    subject: 'an image that is written out as data:',
    hint: 'put the image on the web, and write its https:// address',
  },
  ...['svg', 'webp', 'avif', 'tiff', 'heif'].map((format) => ({
    feature: `image-${format}`,
    element: 'img',
    attribute: 'src',
    value: new RegExp(`^(?!data:).*\\.${format}\\s*(?:[?#]|$)`, 'i'),
    subject: `an image in the format ${format.toUpperCase()}`,
    hint: 'save the image as PNG or JPEG',
  })),
];
