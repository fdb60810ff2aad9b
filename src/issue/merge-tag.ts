import { didYouMean } from '../source/did-you-mean.ts';
import type { MergeTag } from './issue.ts';

const plainTags = ['name', 'firstName', 'email'];

/** What is wrong with a merge tag, to be reported where it stands. */
export interface MergeTagFault {
  readonly message: string;
  readonly hint: string;
}

/** Reads what stands between `{{` and `}}`. Any name is taken here; `checkMergeTag` says which ones there are. */
export function readMergeTag(content: string): MergeTag {
  const [, tag = '', fallback] = /^([^|]*?)\s*(?:\\?\|([\s\S]*))?$/.exec(content.trim()) ?? [];
  return { type: 'mergeTag', tag, ...(fallback === undefined ? {} : { fallback: fallback.trim() }) };
}

/** Says why nobody could fill a tag; `undefined` when it is one of ours. */
export function checkMergeTag({ tag, fallback }: MergeTag): MergeTagFault | undefined {
  if (plainTags.includes(tag) || /^fields\.\S(?:.*\S)?$/.test(tag)) return undefined;
  const meant = didYouMean(tag, [...plainTags, 'fields.']);
  return {
    message: tag === '' ? 'this merge tag is empty' : `there is no merge tag “${tag}”`,
    hint:
      meant === undefined
        ? 'the tags are {{name}}, {{firstName}}, {{email}} and {{fields.column}}; \\{{ is two plain braces'
        : `did you mean {{${meant}${fallbackFor(meant, fallback)}}}?`,
  };
}

/** Without a fallback, the tag would be found again for want of one. */
function fallbackFor(tag: string, written: string | undefined): string {
  const fallback = written ?? fallbacks[tag];
  return fallback === undefined ? '' : `|${fallback}`;
}

/** What stands in for a value that is not known, where the author says nothing. */
export const fallbacks: Readonly<Record<string, string>> = { firstName: 'there', name: 'you' };

/** What to say of `{{` that no `}}` closes on its line. */
export const unclosedMergeTag: MergeTagFault = {
  message: 'this merge tag is not closed',
  hint: 'close it with }} on the same line, or write \\{{ for two plain braces',
};

/** Two braces, and what stands between them and the next two, if those close them. */
const braces = String.raw`\{\{(?!\{)(?:([^{}]*)\}\})?`;

/** Each `{{` of a one-line value with its content, if it is closed; or `\{{`, which is two plain braces. */
export const bracesInLine = new RegExp(String.raw`\\\{\{|${braces}`, 'g');

/** Each `{{` of a line of markdown with its content, if it is closed; or a backslash and what it escapes. */
export const bracesInMarkdown = new RegExp(String.raw`\\.|${braces}`, 'g');

/** A one-line value such as the subject, as text and merge tags. */
export function parseLine(line: string): readonly (string | MergeTag)[] {
  const parts: (string | MergeTag)[] = [];
  let text = '';
  let end = 0;
  for (const match of line.matchAll(bracesInLine)) {
    text += line.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[1] === undefined) {
      text += '{{';
      continue;
    }
    if (text !== '') parts.push(text);
    text = '';
    parts.push(readMergeTag(match[1]));
  }
  text += line.slice(end);
  return text === '' ? parts : [...parts, text];
}
