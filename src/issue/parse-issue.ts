import { decodeText } from '../source/decode-text.ts';
import type { Fault } from '../source/fault.ts';
import { compareFindings, type Finding } from '../source/finding.ts';
import { activeCandidateSchema } from './active-candidate-schema.ts';
import { completeIssue } from './complete-issue.ts';
import { essaySchema } from './essay-schema.ts';
import { findMergeTagFaults } from './find-merge-tag-faults.ts';
import { findShapeFaults } from './find-shape-faults.ts';
import { findSourceFaults } from './find-source-faults.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import type { Issue, IssueDefaults, WrittenBlock, WrittenIssue } from './issue.ts';
import { openRoleSchema } from './open-role-schema.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readFields } from './read-fields.ts';
import { type SplitBlock, splitIssue } from './split-issue.ts';

/** What became of one file. */
export interface ParsedIssue {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  /** The text in which places count; empty when the file is no text. */
  readonly source: string;
  /** What could be read; absent when the file is no text. */
  readonly written?: WrittenIssue;
  /** Only when no finding is an error. */
  readonly issue?: Issue;
  /** Faults of the format, in the order of their places. */
  readonly findings: readonly Finding[];
}

/** Reads one issue. Never throws for what stands in it: every fault is a finding. */
export function parseIssue(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  defaults: IssueDefaults,
): ParsedIssue {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return { file, source: '', findings: [{ file, ...decoded.fault }] };
  const source = decoded.text;
  const unreadable = findSourceFaults(source);
  if (unreadable.length > 0) return { file, source, findings: toFindings(file, unreadable) };

  const { written, faults } = readWritten(file, source);
  const findings = toFindings(file, [
    ...faults,
    ...findShapeFaults(written, faults),
    ...findMergeTagFaults(written),
  ]);
  const isValid = findings.every(({ severity }) => severity !== 'error');
  return { file, source, written, findings, ...(isValid ? { issue: completeIssue(written, defaults) } : {}) };
}

function readWritten(file: string, source: string): { written: WrittenIssue; faults: readonly Fault[] } {
  const split = splitIssue(source);
  const frontMatter = readFields(split.frontMatter.yaml, frontMatterSchema, split.frontMatter.fence);
  const hasFrontMatter = !split.faults.some(({ rule }) => rule === 'issue/front-matter');
  const blocks = split.blocks.map(readBlock);
  const written: WrittenIssue = {
    file,
    source,
    frontMatter,
    introduction: parseMarkdown(split.introduction),
    blocks: blocks.map(({ block }) => block),
  };
  // Without front matter there is one thing to say, not one for each field that it would have held.
  const faults = [
    ...split.faults,
    ...(hasFrontMatter ? frontMatter.faults : []),
    ...blocks.flatMap((block) => block.faults),
  ];
  return { written, faults };
}

function readBlock({ kind, fence, yaml, body }: SplitBlock): {
  block: WrittenBlock;
  faults: readonly Fault[];
} {
  const markdown = parseMarkdown(body);
  switch (kind) {
    case 'openRole': {
      const { fields, places, faults } = readFields(yaml, openRoleSchema, fence);
      return { block: { kind, fields, places, body: markdown }, faults };
    }
    case 'activeCandidate': {
      const { fields, places, faults } = readFields(yaml, activeCandidateSchema, fence);
      return { block: { kind, fields, places, body: markdown }, faults };
    }
    case 'essay': {
      const { fields, places, faults } = readFields(yaml, essaySchema, fence);
      return { block: { kind, fields, places, body: markdown }, faults };
    }
  }
}

function toFindings(file: string, faults: readonly Fault[]): Finding[] {
  return faults.map((fault) => ({ file, ...fault })).sort(compareFindings);
}
