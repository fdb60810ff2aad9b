import type { Root } from 'mdast';
import type { Fault } from '../source/fault.ts';
import type { Place } from '../source/place.ts';
import { findStrayTags } from './find-stray-tags.ts';
import type { WrittenBlock, WrittenIssue } from './issue.ts';
import {
  bracesInLine,
  checkMergeTag,
  type MergeTagFault,
  readMergeTag,
  unclosedMergeTag,
} from './merge-tag.ts';
import { nodesOf } from './nodes-of.ts';
import { placeOfNode } from './parse-markdown.ts';

/** The lines of the front matter in which merge tags work. */
const taggedFields = ['title', 'subtitle', 'subject', 'preheader'] as const;

/** Every merge tag that nobody could fill, or that stands where none works: readers would see its braces. */
export function findMergeTagFaults(issue: WrittenIssue): Fault[] {
  const lines = issue.source.split('\n');
  const roots = [issue.introduction, ...issue.blocks.map(({ body }) => body)];
  return [
    ...faultsInFrontMatter(issue),
    ...issue.blocks.flatMap(faultsInFields),
    ...roots.flatMap(faultsInTags),
    ...roots.flatMap((root) => findStrayTags(root, lines).map(({ fault, place }) => report(fault, place))),
  ];
}

function faultsInFrontMatter({ frontMatter: { fields, places } }: WrittenIssue): Fault[] {
  return taggedFields.flatMap((field) => {
    const place = places.get(field)?.value;
    if (place === undefined) return [];
    const found = new Set(faultsInLine(fields[field] ?? ''));
    return Array.from(found, (fault) => report(fault, place));
  });
}

function faultsInLine(line: string): MergeTagFault[] {
  return Array.from(line.matchAll(bracesInLine)).flatMap(([written, content]) => {
    if (written.startsWith('\\')) return [];
    return (content === undefined ? unclosedMergeTag : checkMergeTag(readMergeTag(content))) ?? [];
  });
}

const notInFields: MergeTagFault = {
  message: 'merge tags do not work here, only in text, title, subtitle, subject and preheader',
  hint: 'write the words themselves',
};

/** No merge tag works in a field of a block: it would be published as it stands. */
function faultsInFields({ fields, places }: WrittenBlock): Fault[] {
  return Object.entries(fields)
    .flatMap(entriesWithin)
    .flatMap(([path, value]) => {
      const place = places.get(path)?.value;
      if (place === undefined || typeof value !== 'string' || !value.includes('{{')) return [];
      return [report(notInFields, place)];
    });
}

/** A field by its path, or those of the group that it is. */
function entriesWithin([field, value]: readonly [string, unknown]): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[field, value]];
  return Object.entries(value).map(([key, inner]) => [`${field}.${key}`, inner]);
}

function faultsInTags(root: Root): Fault[] {
  const tags = nodesOf(root).filter((node) => node.type === 'mergeTag');
  return tags.flatMap((tag) => {
    const [fault, place] = [checkMergeTag(tag), placeOfNode(tag)];
    return fault === undefined || place === undefined ? [] : [report(fault, place)];
  });
}

function report({ message, hint }: MergeTagFault, place: Place): Fault {
  return { ...place, severity: 'error', rule: 'merge-tag/unknown', message, hint };
}
