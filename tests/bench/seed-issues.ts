import { readFileSync } from 'node:fs';

/** An issue of the newsletter's own size, with a number, a date, a file name and ids of its own. */
export interface SeedIssue {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  /** With a line end, without its fences. */
  readonly frontMatter: string;
  /** All that follows the front matter. */
  readonly body: string;
  /** The body without its blocks’ fences and YAML: what any program takes for markdown. */
  readonly markdown: string;
}

const seed = readFileSync('issues/001-are-interviews-really-a-two-way-street.md', 'utf8');
const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(seed) ?? [];

/** As many issues as are asked for, one a week from 2001 on. */
export function seedIssues(count: number): readonly SeedIssue[] {
  return Array.from({ length: count }, (_, index) => seedIssue(index + 1));
}

function seedIssue(number: number): SeedIssue {
  const date = new Date(Date.UTC(2001, 0, 1 + 7 * number)).toISOString().slice(0, 10);
  const title = `${number} are interviews really a two way street?`;
  const ownBody = body
    .replace('title: vp of sales\napply', `title: vp of sales\nid: vp-of-sales-${number}\napply`)
    .replace('/vp-of-sales', `/vp-of-sales-${number}`)
    .replace('title: vp of sales\nweb', `title: vp of sales\nid: c-${number}\nweb`);
  return {
    name: `${String(number).padStart(4, '0')}-two-way-street-${number}`,
    title,
    frontMatter: frontMatter
      .replace(/^title: .*/m, `title: ${title}`)
      .replace(/^number: .*/m, `number: ${number}`)
      .replace(/^date: .*/m, `date: ${date}`),
    body: ownBody,
    markdown: ownBody.replaceAll(/^---[a-z].*\n[\s\S]*?^---\n/gm, ''),
  };
}
