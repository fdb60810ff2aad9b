import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findInLines, type LineMatch } from './find-in-lines.ts';
import { findNodes } from './markdown-nodes.ts';

/** The fields of the front matter and of blocks whose text readers see. */
const shownFields = [
  ...['title', 'subtitle', 'subject', 'preheader', 'company', 'location', 'location.city', 'location.region'],
  ...['workplace', 'available', 'pay', 'payWanted', 'benefits', 'cta.lead', 'cta.label'],
];

/** A match in something that readers will read. */
export interface TextMatch extends LineMatch {
  /** The block in which it stands; absent in the front matter and in the introduction. */
  readonly block?: WrittenBlock;
  /** The field in which it stands, such as `title`; absent in markdown. */
  readonly field?: string;
}

/**
 * Every match of a global pattern in the text of an issue that readers see: titles, subject, other shown fields, and
 * markdown without its code, link addresses and other signs. In the order of their places; a match stays on one line.
 */
export function findInReadableText(issue: WrittenIssue, pattern: RegExp): readonly TextMatch[] {
  const lines = issue.source.split('\n');
  const find = (span: Place, about: Omit<TextMatch, keyof LineMatch>): TextMatch[] =>
    findInLines(lines, span, pattern).map((match) => ({ ...match, ...about }));
  const inFields = [issue.frontMatter, ...issue.blocks].flatMap((section) =>
    shownFields.flatMap((field) => {
      const place = section.places.get(field)?.value;
      if (place === undefined) return [];
      return find(place, { field, ...('kind' in section ? { block: section } : {}) });
    }),
  );
  const inMarkdown = placesOfText(issue, pattern).flatMap((place) => find(place, blockAt(issue, place)));
  return inOrder([...inFields, ...inMarkdown]);
}

/** The stretches of text, and the fallbacks of merge tags, that hold a match. */
function placesOfText(issue: WrittenIssue, pattern: RegExp): Place[] {
  return findNodes(issue, 'text', 'mergeTag').flatMap(({ node, place }) => {
    const text = node.type === 'text' ? node.value : (node.fallback ?? '');
    return text.search(pattern) < 0 ? [] : [place];
  });
}

/** The block in whose markdown a place stands. */
function blockAt({ blocks }: WrittenIssue, { line }: Place): { readonly block?: WrittenBlock } {
  const block = blocks.findLast(
    ({ places }) => (places.get('')?.value.line ?? Number.POSITIVE_INFINITY) < line,
  );
  return block === undefined ? {} : { block };
}

/** A text without a place of its own has that of its paragraph, so one match can be met twice. */
function inOrder(matches: readonly TextMatch[]): readonly TextMatch[] {
  const once = new Map(matches.map((match) => [`${match.place.line}:${match.place.column}`, match]));
  return [...once.values()].sort(
    (left, right) => left.place.line - right.place.line || left.place.column - right.place.column,
  );
}
