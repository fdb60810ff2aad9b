import { didYouMean } from '../../source/did-you-mean.ts';
import { type BlockName, blockNames } from '../draft-issue.ts';
import { type ReadName, readBlockName } from './read-block-name.ts';

/** A line that opens a block. */
export interface Label extends ReadName {
  /** What stands behind the colon or the dash, perhaps nothing. */
  readonly title: string;
  /** The whole line, without signs of markdown around it. */
  readonly shown: string;
  /** Whether the name stands there as it is, in whatever case, with nothing in front. */
  readonly isPlain: boolean;
}

/**
 * Reads a line such as `open role: vp of sales`, `ACTIVE CANDIDATES`, `**Penny for my thoughts**`, `hiring: vp`; with a
 * colon a misspelt name counts, too, and a picture may stand in front. The same words within a sentence open nothing.
 */
export function readLabel(text: string): Label | undefined {
  const words = withoutPicture(text);
  const label = readShown(withoutSigns(words));
  return label === undefined || words === text ? label : { ...label, isPlain: false };
}

function withoutPicture(text: string): string {
  return text.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+(?=\S)/u, '');
}

function readShown(shown: string): Label | undefined {
  const [, words = shown, behind = ''] =
    /^([^:–—|]{3,40}?)(?:\s*:|\s+[–—|-](?=\s))\s*(.*)$/u.exec(shown) ?? [];
  const named = withoutSigns(words).toLowerCase().replaceAll(/\s+/g, ' ');
  const plain = withoutNumber(named);
  const title = behind.replace(/^(?:\*\*|__)\s*/, '');
  const name = blockNames.find((known) => known === plain);
  if (name !== undefined) return { name, isSeveral: false, isOther: false, title, shown, isPlain: true };
  const hasColon = shown.slice(words.length).trimStart().startsWith(':');
  const read = readAnotherName(plain, { hasColon, isCounted: plain !== named, isBare: title === '' });
  return read === undefined ? undefined : { ...read, title, shown, isPlain: false };
}

interface Around {
  readonly hasColon: boolean;
  /** Whether a number or a letter stands behind the name. */
  readonly isCounted: boolean;
  /** Whether nothing follows. */
  readonly isBare: boolean;
}

/** Behind a dash, where a sentence may go on as well, only the name of one block counts. */
function readAnotherName(words: string, { hasColon, isCounted, isBare }: Around): ReadName | undefined {
  const read = readBlockName(isBare ? withoutOrnament(words) : words);
  if (read !== undefined && (hasColon || isCounted || isBare || !(read.isSeveral || read.isOther)))
    return read;
  const meant = hasColon ? meantName(words) : undefined;
  return meant === undefined ? undefined : { name: meant, isSeveral: false, isOther: false };
}

/** “an active candidate: …” is a sentence: as many words as the name has, and each nearly the same. */
function meantName(typed: string): BlockName | undefined {
  const meant = didYouMean(typed, blockNames);
  return blockNames.find((known) => known === meant && known.split(' ').length === typed.split(' ').length);
}

/** Where there are several roles, they may be counted: “open role #2”, “candidate b”. */
function withoutNumber(words: string): string {
  return words.replace(/ (?:(?:#|no\.? ?)?\d{1,2}|#?[a-f])$/, '');
}

/** Of a heading that stands alone, such as `=== open roles ===`, `[open roles]`, `open roles 🔥`: what stands in front alone may be the sign of a list. */
function withoutOrnament(words: string): string {
  if (words.length > 60) return words;
  const [, inner = words] =
    /^[^\p{L}\p{N}]*([\p{L}\p{N}].*[\p{L}\p{N})])[^\p{L}\p{N})?…]+$/u.exec(words) ?? [];
  return inner;
}

/** The text without signs of a heading in front, and without signs of emphasis on both sides. */
export function withoutSigns(text: string): string {
  const heading = text.replace(/^#{1,6}\s+/, '').trim();
  const [, inner] = /^(?:\*\*|__)(.+)(?:\*\*|__)$/.exec(heading) ?? /^[*_](.+)[*_]$/.exec(heading) ?? [];
  return (inner ?? heading).replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, '').trim();
}
