import { basename } from 'node:path';
import { toKebabCase } from './field-types.ts';
import type {
  ActiveCandidate,
  Block,
  Essay,
  Issue,
  IssueDefaults,
  OpenRole,
  WrittenBlock,
  WrittenIssue,
} from './issue.ts';
import { splitEssay } from './split-essay.ts';

/**
 * Fills in what the author left out.
 *
 * @throws for an issue that has findings of severity error: a required field may be missing
 */
export function completeIssue(written: WrittenIssue, defaults: IssueDefaults): Issue {
  const { file, source, introduction, blocks, frontMatter } = written;
  const { subtitle, subject, preheader = subtitle, slug, tags, lang, draft } = frontMatter.fields;
  const title = required(frontMatter.fields.title);
  const date = required(frontMatter.fields.date);
  const ids = assignIds(written);
  return {
    file,
    source,
    number: required(frontMatter.fields.number),
    slug: slug ?? slugOfFile(file),
    date,
    title,
    subject: subject ?? title,
    tags: tags ?? [],
    language: lang ?? defaults.language,
    draft: draft ?? false,
    introduction,
    pictures: new Map(),
    blocks: blocks.map((block, index) => completeBlock(block, ids[index] ?? '', { date, defaults })),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(preheader === undefined ? {} : { preheader }),
  };
}

/** The part of a file's name that its page is called after: `001-hello.md` is `hello`. */
export function slugOfFile(file: string): string {
  const name = basename(file, '.md');
  return toKebabCase(name.replace(/^\d+[-_ ]*/, '')) || toKebabCase(name) || 'issue';
}

/** A field that every valid issue has. */
function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('an issue without a required field cannot be completed');
  return value;
}

/**
 * The id of each block, in their order: roles are called after their titles, candidates `c1`, `c2`, …, and no two of a
 * kind alike. A title without a Latin letter gives none: such a role is called after its issue, so that no other issue's
 * is taken for it. What the author chose comes first. An essay has none.
 */
export function assignIds({ frontMatter, blocks }: Pick<WrittenIssue, 'frontMatter' | 'blocks'>): string[] {
  const taken = new Set(
    blocks.flatMap(({ kind, fields }) =>
      'id' in fields && fields.id !== undefined ? [`${kind} ${fields.id}`] : [],
    ),
  );
  const { number } = frontMatter.fields;
  const nameless = number === undefined ? 'role-of-issue' : `role-of-issue-${number}`;
  let candidates = 0;
  return blocks.map(({ kind, fields }) => {
    if (kind === 'essay') return '';
    if (kind === 'activeCandidate') candidates += 1;
    if (fields.id !== undefined) return fields.id;
    const wanted = kind === 'openRole' ? toKebabCase(fields.title ?? '') || nameless : `c${candidates}`;
    const id = firstFree(wanted, (one) => !taken.has(`${kind} ${one}`));
    taken.add(`${kind} ${id}`);
    return id;
  });
}

function firstFree(wanted: string, isFree: (id: string) => boolean): string {
  let id = wanted;
  for (let number = 2; !isFree(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

interface BlockContext {
  readonly date: string;
  readonly defaults: IssueDefaults;
}

function completeBlock(block: WrittenBlock, id: string, context: BlockContext): Block {
  switch (block.kind) {
    case 'openRole':
      return completeRole(block, id, context);
    case 'activeCandidate':
      return completeCandidate(block, id, context);
    case 'essay':
      return completeEssay(block, context);
  }
}

type Written<Kind extends WrittenBlock['kind']> = Extract<WrittenBlock, { kind: Kind }>;

function completeRole(
  { fields, body }: Written<'openRole'>,
  id: string,
  { date, defaults }: BlockContext,
): OpenRole {
  return {
    ...fields,
    kind: 'openRole',
    id,
    title: required(fields.title),
    status: fields.status ?? 'open',
    posted: fields.posted ?? date,
    cta: { ...defaults.roleCta, ...fields.cta },
    body,
  };
}

function completeCandidate(
  { fields, body }: Written<'activeCandidate'>,
  id: string,
  { defaults }: BlockContext,
): ActiveCandidate {
  return {
    ...fields,
    kind: 'activeCandidate',
    id,
    title: required(fields.title),
    status: fields.status ?? 'active',
    contact: fields.contact ?? defaults.contact,
    web: fields.web ?? false,
    cta: { ...defaults.candidateCta, ...fields.cta },
    body,
  };
}

function completeEssay({ fields, body }: Written<'essay'>, { defaults }: BlockContext): Essay {
  return { kind: 'essay', title: fields.title ?? defaults.essayTitle, parts: splitEssay(body) };
}
