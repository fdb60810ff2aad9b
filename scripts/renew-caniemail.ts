/**
 * `node scripts/renew-caniemail.ts [DUMP] [FILE]`: renews src/check/mail-clients/caniemail.ts, what mail clients do
 * with HTML and CSS, from a dump of caniemail.com's API: a path, or the address that it is fetched from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { clients } from '../src/check/mail-clients/clients.ts';

const folder = new URL('../src/check/mail-clients/', import.meta.url);
const [dump = 'https://www.caniemail.com/api/data.json', file = new URL('caniemail.ts', folder)] =
  process.argv.slice(2);

const dumpSchema = z.object({
  last_update_date: z.string(),
  data: z.array(
    z.object({
      slug: z.string().regex(/^[a-z0-9-]+$/),
      category: z.string(),
      /** Family, platform, version: an answer such as `a #1 #2`, whose numbers are notes. */
      stats: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string().regex(/^[yanu]\b/)))),
    }),
  ),
});

type Feature = z.infer<typeof dumpSchema>['data'][number];

const { last_update_date: lastUpdate, data } = dumpSchema.parse(parseInOrder(await readDump()));
const rows = data
  .filter(({ category }) => ['css', 'html', 'image'].includes(category))
  .map((feature) => ({
    slug: feature.slug,
    answers: clients.map((client) => answerOf(feature, client)).join(''),
  }))
  .filter(({ answers }) => /[^y]/.test(answers))
  .sort((left, right) => (left.slug < right.slug ? -1 : 1));

/** It goes with every copy of the data, also into the published package. */
const licence = readFileSync(new URL('LICENSE-caniemail', folder), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => ` * ${line}`.trimEnd())
  .join('\n');

writeFileSync(
  file,
  `/*
 * Made by scripts/renew-caniemail.ts from the data of https://www.caniemail.com as of ${lastUpdate.slice(0, 10)}.
 *
${licence}
 */

/**
 * What the newest tested version of each client, in the order of \`clients\`, does with a feature: y supports it, a
 * partly, n not, u unknown. What all of them support is left out. The page of a feature is
 * https://www.caniemail.com/features/ and its name.
 */
export const answers: Readonly<Record<string, string>> = {
${rows.map(({ slug, answers }) => `  '${slug}': '${answers}',\n`).join('')}};
`,
);

async function readDump(): Promise<string> {
  if (!dump.startsWith('https://')) return readFileSync(dump, 'utf8');
  const response = await fetch(dump);
  if (!response.ok) throw new Error(`${dump} answers ${response.status}`);
  return response.text();
}

/**
 * The dump lists versions from the oldest to the newest; JavaScript would put keys such as "13" in front of "12.4".
 * With a letter before them they stay where they are.
 */
function parseInOrder(json: string): unknown {
  return JSON.parse(json.replaceAll(/"(\d+)"(?=\s*:)/g, '"v$1"'));
}

function answerOf({ stats }: Feature, client: string): string {
  const [family = '', platform = ''] = client.split('/');
  return (
    Object.values(stats[family]?.[platform] ?? {})
      .at(-1)
      ?.charAt(0) ?? 'u'
  );
}
