/**
 * Markdown in, one layout around it: with the packages that pennypost reads issues with, as their documentation shows
 * them, and nothing else.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import matter from 'gray-matter';
import remarkHtml from 'remark-html';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [from = '', to = ''] = process.argv.slice(2);
const processor = unified().use(remarkParse).use(remarkHtml);

for (const file of readdirSync(from).filter((name) => name.endsWith('.md'))) {
  const { data, content } = matter(readFileSync(join(from, file), 'utf8'));
  const page = join(to, basename(file, '.md'));
  mkdirSync(page, { recursive: true });
  writeFileSync(
    join(page, 'index.html'),
    `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${data['title']}</title></head>\n<body><main><h1>${data['title']}</h1>${processor.processSync(content)}</main></body>\n</html>\n`,
  );
}
