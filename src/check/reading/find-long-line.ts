import type { WrittenIssue } from '../../issue/issue.ts';
import { parseLine } from '../../issue/merge-tag.ts';
import type { Trouble } from '../rule.ts';
import { placeOfField } from './field-place.ts';

interface MailLine {
  /** The field for the line itself, and the one that stands in where the author left it out. */
  readonly own: 'subject' | 'preheader';
  readonly standIn: 'title' | 'subtitle';
  /** In characters as people count them: an emoji or an accented letter is one. */
  readonly most: number;
}

/** The trouble, if any, with the length of a line that inboxes show and cut off. */
export function findLongLine(
  { frontMatter }: WrittenIssue,
  { own, standIn, most }: MailLine,
): readonly Trouble[] {
  const field = frontMatter.places.has(own) ? own : standIn;
  const line = frontMatter.fields[field];
  const length = line === undefined ? 0 : countCharacters(line);
  if (length <= most) return [];
  const place = placeOfField(frontMatter, field);
  if (field === own) {
    return [
      { place, message: `the ${own} is ${length} characters long`, hint: `shorten it to at most ${most}` },
    ];
  }
  const message = `the ${standIn} is the ${own}, and is ${length} characters long`;
  return [{ place, message, hint: `add a ${own}: of at most ${most}; the ${standIn} can stay` }];
}

/** A merge tag counts as its fallback: what it becomes is known only when the mail is sent. */
function countCharacters(line: string): number {
  const text = parseLine(line).map((part) => (typeof part === 'string' ? part : (part.fallback ?? '')));
  return [...new Intl.Segmenter().segment(text.join(''))].length;
}
