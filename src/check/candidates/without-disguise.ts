import { replaceInView, type TextView } from '../search/text-view.ts';

/**
 * A view without what hides contact data from a search and not from a reader: invisible characters go, and wide
 * letters and spaces that do not break become the plain ones.
 */
export function withoutDisguise(view: TextView): TextView {
  return replaceInView(view, /[^\0-~]/gu, ([character]) => plain(character)) ?? view;
}

function plain(character: string): string {
  return /[\p{Cf}\u{115f}\u{1160}\u{3164}\u{ffa0}]/u.test(character) ? '' : character.normalize('NFKC');
}
