import { type Sample, sampleBlock, sampleWorkspace } from '../sample.ts';

/** An issue of 2026-11-23 with one open role: its fields start on line 8, its markdown three lines below the last. */
export function sampleRole(fields: readonly string[], markdown = '- series a'): Sample {
  return sampleBlock(writeRole(fields, markdown));
}

/** One issue a week from 2026-11-02 on, each with one open role whose fields start on line 8. */
export function sampleWeeklyRoles(...weeks: readonly (readonly string[])[]): Sample {
  const issues = weeks.map((fields, index) => {
    const number = index + 1;
    const date = new Date(Date.UTC(2026, 10, 2 + 7 * index)).toISOString().slice(0, 10);
    const frontMatter = `title: issue ${number}\nnumber: ${number}\ndate: ${date}`;
    return [`issues/00${number}.md`, [frontMatter, writeRole(fields)]] as const;
  });
  return sampleWorkspace(Object.fromEntries(issues));
}

/** A block with one open role, as an author writes it. */
export function writeRole(fields: readonly string[], markdown = '- series a'): string {
  return ['---open role', ...fields, '---', '', markdown].join('\n');
}
