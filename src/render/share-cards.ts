import type { Issue } from '../issue/issue.ts';
import type { Picture } from '../issue/picture.ts';
import type { ShareCard, ShareColours } from '../issue/share-card.ts';
import type { Letterhead, Theme } from './letterhead.ts';
import { themeTokens } from './theme-tokens.ts';
import { viewIssue } from './web-issue.ts';
import { absoluteLinks } from './web-links.ts';

/** What the share image of an issue says. Merge tags show their fallbacks. */
export function shareCardOfIssue(issue: Issue, { name, theme, labels }: Letterhead): ShareCard {
  const { title, numberInWords, date, dateInWords } = viewIssue(issue, { link: (path) => path, labels });
  const feet = [dateInWords, date].map((day) => `${numberInWords} · ${day}`);
  return { name, title, feet, colours: coloursOf(theme) };
}

/** What the share image of every other page says. */
export function shareCardOfSite({ name, tagline, theme }: Letterhead): ShareCard {
  return { name, feet: tagline === undefined ? [] : [tagline], colours: coloursOf(theme) };
}

/** Those of light screens: who sees the image, and on what, nobody knows. */
function coloursOf(theme: Theme): ShareColours {
  const { light } = themeTokens(theme);
  const { surface = '', text = '', muted = '', link: accent = '' } = light;
  return { surface, text, muted, accent };
}

/** A share image as a page’s head names it: by its whole address, as those who fetch it need. */
export interface ViewedShareImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** The words on it. */
  readonly alt: string;
}

export function viewShareImage(
  { path, width, height }: Picture,
  { name, title, feet: [foot] }: ShareCard,
  url: string,
): ViewedShareImage {
  const alt = [title, name, foot].filter((words) => words !== undefined).join(' · ');
  return { src: absoluteLinks(url)(path), width, height, alt };
}
