/**
 * How long `penny build` takes for 1,000 issues, whole processes of the built command: everything, nothing changed, one
 * issue changed; and, alternating with it, Eleventy for a page of each of the same bodies. The packages that read issues
 * here do the same alone, too: on one core, no build with them takes less.
 * Run: npm run bench:site, or a smaller one with npm run bench:site -- --issues 100
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './median.ts';
import { type SeedIssue, seedIssues } from './seed-issues.ts';
import { builtPenny, timeProcess } from './time-process.ts';

const rounds = 3;
const remarkAlone = fileURLToPath(new URL('./remark-alone.ts', import.meta.url));
const eleventyCommand = fileURLToPath(new URL('../cmd.cjs', import.meta.resolve('@11ty/eleventy')));
const { values } = parseArgs({ options: { issues: { type: 'string', default: '1000' } } });
const issues = seedIssues(Number(values.issues));

const folder = mkdtempSync(join(tmpdir(), 'penny-bench-'));
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const workspace = createWorkspace();
const pages = createPages();

const times = Array.from({ length: rounds }, (_, round) => ({
  eleventy: buildPages('_site', [eleventyCommand, '--quiet']),
  alone: buildPages('alone', [remarkAlone, '.', 'alone']),
  cold: buildCold(),
  unchanged: buildSite(),
  changed: buildChanged(round),
}));
const medianOf = (side: keyof (typeof times)[number]): number => median(times.map((round) => round[side]));
const [eleventy, alone] = [medianOf('eleventy'), medianOf('alone')];
const [cold, unchanged, changed] = [medianOf('cold'), medianOf('unchanged'), medianOf('changed')];

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
process.stdout.write(
  `${issues.length} issues, median of ${rounds}: penny cold ${seconds(cold)}, unchanged ${seconds(unchanged)}, one changed ${seconds(changed)}; Eleventy cold ${seconds(eleventy)}, remark alone ${seconds(alone)}\n`,
);
process.stdout.write(`remark alone / Eleventy cold: ratio ${(alone / eleventy).toFixed(2)}\n`);
judge('penny cold / Eleventy cold', cold / eleventy, 1);
judge('unchanged / cold', unchanged / cold, 0.1);
judge('one changed / cold', changed / cold, 0.2);

function judge(name: string, ratio: number, goal: number): void {
  process.stdout.write(`${name}: ratio ${ratio.toFixed(2)} (goal: at most ${goal})\n`);
  if (ratio > goal) process.exitCode = 1;
}

function createWorkspace(): string {
  const created = join(folder, 'newsletter');
  mkdirSync(join(created, 'issues'), { recursive: true });
  writeFileSync(
    join(created, 'newsletter.yaml'),
    'name: penny\nurl: https://penny.example\nsender: { name: penny, address: hello@penny.example }\n',
  );
  for (const issue of issues) writeIssue(created, issue);
  return created;
}

function writeIssue(into: string, { name, frontMatter, body }: SeedIssue): void {
  writeFileSync(join(into, 'issues', `${name}.md`), `---\n${frontMatter}---\n${body}`);
}

/** What the others do with the same words: markdown in, one layout around it. */
function createPages(): string {
  const created = join(folder, 'pages');
  mkdirSync(join(created, '_includes'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(created, 'node_modules'), 'dir');
  writeFileSync(
    join(created, '_includes', 'issue.liquid'),
    '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{{ title }}</title></head>\n<body><main><h1>{{ title }}</h1>{{ content }}</main></body>\n</html>\n',
  );
  for (const { name, title, markdown } of issues) {
    const text = `---\ntitle: ${title}\nlayout: issue.liquid\n---\n${markdown}`;
    writeFileSync(join(created, `${name}.md`), text);
  }
  return created;
}

function buildSite(): number {
  const milliseconds = timeProcess([builtPenny, 'build', '--now', '2026-12-01'], workspace);
  requirePages(join(workspace, 'public', 'issues'));
  return milliseconds;
}

/** Neither a site nor a record of one; the drawn pictures stay, but for the first round. */
function buildCold(): number {
  for (const folder of ['public', '.penny/builds'])
    rmSync(join(workspace, folder), { recursive: true, force: true });
  return buildSite();
}

/** In every round something else, in the middle of the archive. */
function buildChanged(round: number): number {
  const issue = issues[Math.floor(issues.length / 2)];
  if (issue !== undefined)
    writeIssue(workspace, { ...issue, body: `${issue.body}\nand one line ${round}.\n` });
  return buildSite();
}

/** Into a folder beside the pages, by the words for Node that put them there. */
function buildPages(into: string, words: readonly string[]): number {
  const output = join(pages, into);
  rmSync(output, { recursive: true, force: true });
  const milliseconds = timeProcess(words, pages);
  requirePages(output);
  rmSync(output, { recursive: true, force: true });
  return milliseconds;
}

/** Both sides have to have made a page of every issue. */
function requirePages(site: string): void {
  const made = readdirSync(site, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
  if (made !== issues.length) throw new Error(`${made} pages of ${issues.length} issues in ${site}`);
}
