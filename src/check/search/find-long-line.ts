import { parseLine } from '../../issue/merge-tag.ts';
import { countCharacters } from '../markdown/list-items.ts';
import type { MailLine } from '../reading/mail-line.ts';
import type { Trouble } from '../rule.ts';

interface Limit {
  /** The field that is there for the line. */
  readonly own: 'subject' | 'preheader';
  /** In characters as people count them: an emoji or an accented letter is one. */
  readonly most: number;
}

/** The trouble, if any, with the length of a line that inboxes show and cut off. */
export function findLongLine(line: MailLine | undefined, { own, most }: Limit): readonly Trouble[] {
  if (line === undefined) return [];
  const { field, place } = line;
  const length = countCharacters(textOfLine(line.text));
  if (length <= most) return [];
  if (field === own) {
    return [
      { place, message: `the ${own} is ${length} characters long`, hint: `shorten it to at most ${most}` },
    ];
  }
  const message = `the ${field} is the ${own}, and is ${length} characters long`;
  return [{ place, message, hint: `add a ${own}: of at most ${most}; the ${field} can stay` }];
}

/** A merge tag counts as its fallback: what it becomes is known only when the mail is sent. */
function textOfLine(line: string): string {
  return parseLine(line)
    .map((part) => (typeof part === 'string' ? part : (part.fallback ?? '')))
    .join('');
}
