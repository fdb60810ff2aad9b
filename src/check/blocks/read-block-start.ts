import type { BlockKind } from '../../issue/issue.ts';

type BlockName = 'open role' | 'active candidate' | 'penny for my thoughts';

const order = String.raw`(?:(?:our|more|one more|another|(?:the )?(?:first|second|third|fourth|fifth|next|last)|\d(?:st|nd|rd|th)|new|featured|hot|current) )?`;
const number = String.raw`(?: (?:#|no\.? ?)?\d{1,2}| \(\d{1,2}\))?`;
const starts: readonly (readonly [name: BlockName, own: RegExp, other: RegExp | undefined])[] = [
  [
    'open role',
    new RegExp(`^${order}open role(s?)${number}$`),
    new RegExp(`^${order}(?:(?:available )?role|(?:open |job )position|job opening|vacancy)${number}$`),
  ],
  [
    'active candidate',
    new RegExp(`^${order}active candidate(s?)${number}$`),
    new RegExp(
      `^${order}(?:(?:available )?candidate|candidates? on the market|quietly looking|on the market)${number}$`,
    ),
  ],
  ['penny for my thoughts', /^penny for my thoughts$/, undefined],
];

interface LinePlace {
  /** Of the block that the line stands in; the introduction has none. */
  readonly kind: BlockKind | undefined;
  /** Whether its paragraph begins with it. */
  readonly isFirst: boolean;
}

/**
 * The name of the block that a line of text seems to start. In an essay only the names of the format count: the others,
 * such as `candidate:`, begin headings and sentences there.
 */
export function readBlockStart(written: string, { kind, isFirst }: LinePlace): BlockName | undefined {
  const line = withoutSigns(written);
  if (line.text.length > 160) return undefined;
  const [, words = line.text, sign = '', title = ''] =
    /^([^:–—|]{3,50}?)(\s*:| [–—|-](?= ))\s*(.*)$/u.exec(line.text) ?? [];
  // `1) VP Marketing 2) CFO` are several titles.
  const isTitle =
    title !== '' &&
    (/^1[.)] \S.* 2[.)] \S/.test(title) || (title.length <= 60 && !/[.!?…,;]$| [–—] /u.test(title)));
  if (title !== '' && !isTitle) return undefined;
  // Within a paragraph that was broken by hand, a line may hold these words by chance.
  const isMarked = isFirst || isTitle || sign !== '' || !/^\p{Ll}/u.test(line.text);
  if (!isMarked) return undefined;
  for (const [name, own, other] of starts) {
    const isOwn = own.exec(words.toLowerCase());
    const isSeveral = Boolean(isOwn?.[1]);
    if (isOwn !== null) {
      if (name === 'penny for my thoughts' && kind === 'essay') continue;
      // `- open role` alone, and `- open roles: they are few`, are items of a list about such.
      const isEssayOfCard = name === 'penny for my thoughts' && kind !== undefined;
      if (line.isItem && (title === '') !== isSeveral && !isEssayOfCard) continue;
      return name;
    }
    const isCard = kind !== 'essay' && !line.isItem && isTitle && sign.trim() === ':';
    if (isCard && other?.test(words.toLowerCase())) return name;
  }
  return undefined;
}

/** Without the signs of lists, quotes, headings and emphasis, and without pictures. */
function withoutSigns(written: string): { readonly text: string; readonly isItem: boolean } {
  const trimmed = written.replaceAll('\\', '').trim();
  const unquoted = trimmed.replace(/^(?:> ?)+/, '');
  const item = unquoted.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '');
  const text = item
    .replace(/^#{1,6}\s+/, '')
    .replaceAll(/\*\*|__|(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+/gu, '')
    .replace(/^[*_](.+)[*_]$/, '$1')
    .replace(/^[=~|[\]<>•·–—-]+ ?(.*?) ?[=~|[\]<>•·–—-]+$/u, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { text, isItem: item !== unquoted };
}
