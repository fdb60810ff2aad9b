import { foldCase } from '../search/fold-case.ts';

const genericTexts: ReadonlySet<string> = new Set([
  ...[
    'here',
    'right here',
    'over here',
    'see here',
    'click here',
    'click',
    'click this',
    'click this link',
    'go here',
  ],
  ...[
    'link',
    'the link',
    'this',
    'this link',
    'this page',
    'read more',
    'see more',
    'more',
    'learn more',
    'find out more',
  ],
]);

/** Whether the whole text of a link says nothing about where it leads, in English. Signs around it do not count. */
export function isGenericText(text: string): boolean {
  const words = foldCase(text);
  const first = words.search(/[\p{L}\p{N}]/u);
  // From the end by hand: a pattern would try every sign anew.
  let end = words.length;
  while (end > first && !/[\p{L}\p{N}]/u.test(words.charAt(end - 1))) end -= 1;
  return first >= 0 && genericTexts.has(words.slice(first, end));
}
