import { applyEdits, type Edit } from '../source/apply-edits.ts';
import type { Place } from '../source/place.ts';
import { assignIds } from './complete-issue.ts';
import type { IssueDefaults, WrittenBlock, WrittenIssue } from './issue.ts';
import { type ParsedIssue, parseIssue } from './parse-issue.ts';

export interface StatusChange {
  readonly file: string;
  readonly defaults: IssueDefaults;
  /** Of the role in this issue. */
  readonly id: string;
  readonly status: string;
}

/**
 * A file's text with another status for one of its roles: a `status:` that is there gets the new word, otherwise one is
 * put in where the block opens. Every other byte stays.
 *
 * @param raw the file's text as it is, with its line ends and its byte order mark
 * @returns undefined when that would change anything else of what the issue says, or cannot be done
 */
export function changeStatus(raw: string, { file, defaults, id, status }: StatusChange): string | undefined {
  const parse = (text: string): ParsedIssue =>
    parseIssue({ file, bytes: new TextEncoder().encode(text) }, defaults);
  const before = parse(raw).written;
  if (before === undefined) return undefined;
  const index = indexOfRole(before, id);
  const block = before.blocks[index];
  const edit = block === undefined ? undefined : editFor(before.source, block, status);
  if (edit === undefined) return undefined;
  const text = applyEdits(raw, [edit]);
  const after = parse(text).written;
  const isDone = after !== undefined && statusAt(after, index) === status;
  return isDone && meaningBeside(after, index) === meaningBeside(before, index) ? text : undefined;
}

function indexOfRole(issue: WrittenIssue, id: string): number {
  const ids = assignIds(issue);
  return issue.blocks.findIndex(({ kind }, index) => kind === 'openRole' && ids[index] === id);
}

function statusAt({ blocks }: WrittenIssue, index: number): string | undefined {
  const block = blocks[index];
  return block?.kind === 'openRole' ? block.fields.status : undefined;
}

function editFor(source: string, { places }: WrittenBlock, status: string): Edit | undefined {
  const lines = source.split('\n');
  const { key, value } = places.get('status') ?? {};
  if (key !== undefined && value !== undefined) {
    // One that is misspelt is read all the same, and must be mended first.
    const written = lines[key.line - 1]?.slice(key.column - 1, key.endColumn - 1) ?? '';
    if (!/^(['"]?)status\1$/.test(written)) return undefined;
    // A key without a value has the value's place at its own start.
    const isBare = key.line === value.line && key.column === value.column;
    return isBare ? fillKey(lines, key, status) : { place: value, text: status };
  }
  const fence = places.get('')?.value;
  return fence === undefined ? undefined : addKey(lines, fence, status);
}

/** `status:` and, within braces, `status` alone. */
function fillKey(lines: readonly string[], key: Place, status: string): Edit {
  const rest = (lines[key.line - 1] ?? '').slice(key.endColumn - 1);
  const [colon = ''] = /^[ \t]*:/.exec(rest) ?? [];
  return putIn(key.line, key.endColumn + colon.length, colon === '' ? `: ${status}` : ` ${status}`);
}

/** In a line of its own, or behind the brace of YAML that stands between two. */
function addKey(lines: readonly string[], fence: Place, status: string): Edit {
  const first = lines.findIndex((text, index) => index >= fence.line && /^\s*[^\s#]/.test(text));
  const [start] = /^\s*\{/.exec(lines[first] ?? '') ?? [];
  return start === undefined
    ? putIn(fence.line, (lines[fence.line - 1] ?? '').length + 1, `\nstatus: ${status}`)
    : putIn(first + 1, start.length + 1, ` status: ${status},`);
}

function putIn(line: number, column: number, text: string): Edit {
  return { place: { line, column, endLine: line, endColumn: column }, text };
}

/** All that an issue says, as text to compare: without the status of one block, and without places. */
function meaningBeside({ frontMatter, introduction, blocks }: WrittenIssue, index: number): string {
  const sections = blocks.map(({ kind, fields, body }, at) => ({
    kind,
    fields: at === index ? { ...fields, status: undefined } : fields,
    body,
  }));
  return JSON.stringify([frontMatter.fields, introduction, sections], (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );
}
