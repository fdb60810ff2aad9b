import { basename } from 'node:path';
import { toKebabCase } from './field-types.ts';
import type {
  ActiveCandidate,
  Block,
  Essay,
  FrontMatterFields,
  Issue,
  IssueDefaults,
  OpenRole,
  WrittenBlock,
  WrittenIssue,
} from './issue.ts';
import { splitEssay } from './split-essay.ts';

/** Fills in what the author left out. Only for an issue without errors: the required fields are there. */
export function completeIssue(written: WrittenIssue, defaults: IssueDefaults): Issue {
  const { file, introduction, blocks, frontMatter } = written;
  const { title, number, date } = requireFields(frontMatter.fields);
  const { subtitle, subject, preheader = subtitle, slug, tags, lang, draft } = frontMatter.fields;
  const ids = assignIds(blocks);
  return {
    file,
    number,
    slug: slug ?? slugOfFile(file),
    date,
    title,
    subject: subject ?? title,
    tags: tags ?? [],
    language: lang ?? defaults.language,
    draft: draft ?? false,
    introduction,
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

function requireFields(
  fields: Partial<FrontMatterFields>,
): Pick<FrontMatterFields, 'title' | 'number' | 'date'> {
  const { title, number, date } = fields;
  if (title === undefined || number === undefined || date === undefined) {
    throw new Error('an issue without title, number or date cannot be completed');
  }
  return { title, number, date };
}

/**
 * The id of each block, in their order: roles are called after their titles, candidates `c1`, `c2`, …; what the author
 * chose comes first.
 */
export function assignIds(blocks: readonly WrittenBlock[]): string[] {
  const taken = new Set(
    blocks.flatMap((block) =>
      'id' in block.fields && block.fields.id !== undefined ? [block.fields.id] : [],
    ),
  );
  let candidates = 0;
  return blocks.map((block) => {
    if (block.kind === 'essay') return '';
    if (block.kind === 'activeCandidate') candidates += 1;
    if (block.fields.id !== undefined) return block.fields.id;
    const wanted =
      block.kind === 'openRole' ? toKebabCase(block.fields.title ?? '') || 'role' : `c${candidates}`;
    const id = firstFree(wanted, taken);
    taken.add(id);
    return id;
  });
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
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
    title: fields.title ?? '',
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
    title: fields.title ?? '',
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
