import { forceDark } from './force-dark.ts';
import { forceScheme } from './force-scheme.ts';
import { leaveOutPictures } from './leave-out-pictures.ts';

/** How a reader's program shows a document. */
export interface Look {
  /** `forced`: the program knows no dark design and turns the colours of the light one. */
  readonly scheme: 'light' | 'dark' | 'forced';
  readonly pictures: boolean;
}

/** Mail programs force colours; browsers show a page as it was designed for the dark. */
export function readLook(
  form: 'email' | 'web',
  { scheme, pictures }: Readonly<Record<string, string>>,
): Look {
  const isForced = scheme === 'forced' && form === 'email';
  const isDark = scheme === 'dark' || scheme === 'forced';
  return { scheme: isForced ? 'forced' : isDark ? 'dark' : 'light', pictures: pictures !== 'off' };
}

/** The document with this look, whatever the screen is that it is shown on. */
export function lookAt(html: string, { scheme, pictures }: Look): string {
  const coloured = scheme === 'forced' ? forceDark(forceScheme(html, 'light')) : forceScheme(html, scheme);
  return pictures ? coloured : leaveOutPictures(coloured);
}
