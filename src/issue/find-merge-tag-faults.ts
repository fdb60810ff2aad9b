import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Fault } from '../source/fault.ts';
import type { Place } from '../source/place.ts';
import type { WrittenBlock, WrittenIssue } from './issue.ts';
import { checkMergeTag, type MergeTagFault, parseLine, unclosedMergeTag } from './merge-tag.ts';

/** The lines of the front matter in which merge tags work. */
const taggedFields = ['title', 'subtitle', 'subject', 'preheader'] as const;

/** Every merge tag that nobody could fill, in the text and in the lines of the front matter. */
export function findMergeTagFaults(issue: WrittenIssue): Fault[] {
  const lines = issue.source.split('\n');
  const roots = [issue.introduction, ...issue.blocks.map(({ body }) => body)];
  return [
    ...faultsInFrontMatter(issue),
    ...issue.blocks.flatMap(faultsInFields),
    ...roots.flatMap((root) => faultsInMarkdown(root, lines)),
  ];
}

function faultsInFrontMatter({ frontMatter: { fields, places } }: WrittenIssue): Fault[] {
  return taggedFields.flatMap((field) => {
    const place = places.get(field)?.value;
    const line = fields[field];
    if (place === undefined || line === undefined) return [];
    const problems = parseLine(line).flatMap((part) => {
      const problem = typeof part === 'string' ? undefined : checkMergeTag(part);
      return problem === undefined ? [] : [problem];
    });
    const rest = line.replaceAll(/\\\{\{|\{\{[^{}]*\}\}/g, '');
    return [...problems, ...(rest.includes('{{') ? [unclosedMergeTag] : [])].map((problem) =>
      report(problem, place),
    );
  });
}

/** The lines of a block that readers see, in which no merge tag works: it would be published as it stands. */
const plainFields = [
  'title',
  'company',
  'location',
  'benefits',
  'pay',
  'workplace',
  'available',
  'payWanted',
];

const notHere: MergeTagFault = {
  message: 'merge tags do not work here, only in text, title, subtitle, subject and preheader',
  hint: 'write the words themselves',
};

function faultsInFields({ fields, places }: WrittenBlock): Fault[] {
  const { cta = {} } = 'cta' in fields ? fields : {};
  const shown = { ...fields, 'cta.lead': cta.lead, 'cta.label': cta.label };
  return Object.entries(shown).flatMap(([field, value]) => {
    const place = places.get(field)?.value;
    const isShown = plainFields.includes(field) || field.startsWith('cta.');
    if (place === undefined || !isShown || typeof value !== 'string') return [];
    return value.includes('{{') ? [report(notHere, place)] : [];
  });
}

function faultsInMarkdown(root: Nodes, lines: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  visit(root, (node) => {
    const { position } = node;
    if (position === undefined) return;
    const { start, end } = position;
    const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    if (node.type === 'mergeTag') {
      const problem = checkMergeTag(node);
      if (problem !== undefined) faults.push(report(problem, place));
    }
    if (node.type === 'text') faults.push(...unclosedTags(place, lines));
  });
  return faults;
}

/** Two braces that are neither escaped nor part of a tag. */
function unclosedTags(text: Place, lines: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  for (let line = text.line; line <= text.endLine; line += 1) {
    const from = line === text.line ? text.column - 1 : 0;
    const to = line === text.endLine ? text.endColumn - 1 : undefined;
    const piece = (lines[line - 1] ?? '').slice(from, to);
    for (const match of piece.matchAll(/(?<!\\)\{\{/g)) {
      const column = from + match.index + 1;
      faults.push(report(unclosedMergeTag, { line, column, endLine: line, endColumn: column + 2 }));
    }
  }
  return faults;
}

function report({ message, hint }: MergeTagFault, place: Place): Fault {
  const { line, column, endLine, endColumn } = place;
  return { line, column, endLine, endColumn, severity: 'error', rule: 'merge-tag/unknown', message, hint };
}
