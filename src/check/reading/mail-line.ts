import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { placeOfField } from './field-place.ts';

/** A line that inboxes show: the field for it or, where the author left that out, the one that stands in. */
export interface MailLine {
  readonly field: 'subject' | 'title' | 'preheader' | 'subtitle';
  readonly text: string;
  readonly place: Place;
}

/** The subject, or the title that stands in; undefined when neither can be read. */
export function subjectOf(issue: WrittenIssue): MailLine | undefined {
  return lineOf(issue, 'subject', 'title');
}

/** The preheader, or the subtitle that stands in; undefined when there is neither. */
export function preheaderOf(issue: WrittenIssue): MailLine | undefined {
  return lineOf(issue, 'preheader', 'subtitle');
}

function lineOf(
  { frontMatter }: WrittenIssue,
  own: MailLine['field'],
  standIn: MailLine['field'],
): MailLine | undefined {
  const field = frontMatter.places.has(own) ? own : standIn;
  const text = frontMatter.fields[field];
  return text === undefined ? undefined : { field, text, place: placeOfField(frontMatter, field) };
}
