import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { chromiumArguments } from '../chromium.ts';
import { describeWithChromium } from '../system.ts';
import { firstIssue, judgedSite } from './judged-documents.ts';
import { serveFiles } from './serve-files.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Points out of a hundred that every category has to have. */
const least = 95;

/** What is read of Lighthouse's report. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly details?: { readonly items?: readonly { url: string }[] } }>
  >;
  readonly runWarnings: readonly string[];
}

const require = createRequire(import.meta.url);
const lighthouse = require.resolve('lighthouse/cli/index.js');

/** Chromium finds no machine but this one. */
const chromeFlags = [
  '--headless=new',
  ...chromiumArguments,
  '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"',
];

/**
 * What makes two runs alike: the network is calculated, that of a slow phone, from what was fetched, so that a heavy
 * page costs points on every machine. The processor is taken as it is: to slow it down would multiply what else this
 * machine happens to do.
 */
const steady = ['--throttling-method=simulate', '--throttling.cpuSlowdownMultiplier=1'];

async function askLighthouse(chromium: string, url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...[
        lighthouse,
        url,
        '--output=json',
        '--quiet',
        '--no-enable-error-reporting',
        '--disable-full-page-screenshot',
      ],
      ...[`--only-categories=${categories.join()}`, `--chrome-flags=${chromeFlags.join(' ')}`],
      ...steady,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

describeWithChromium('Lighthouse', (chromium) => {
  it(`gives the page of the first issue ${least} points or more in every category, and fetches from this machine only`, async () => {
    await using site = await serveFiles(judgedSite);
    const report = await askLighthouse(chromium, `${site.url}/issues/${firstIssue.slug}/`);

    const points = Object.entries(report.categories).map(([name, { score }]) => [name, (score ?? 0) * 100]);
    expect(Object.keys(report.categories).sort()).toEqual(categories.toSorted());
    expect(points.filter(([, score]) => Number(score) < least)).toEqual([]);
    expect(report.runWarnings).toEqual([]);
    const fetched = report.audits['network-requests']?.details?.items ?? [];
    expect(fetched.map(({ url }) => url).filter((url) => !/^data:/.test(url))).toEqual([
      `${site.url}/issues/${firstIssue.slug}/`,
    ]);
  }, 120_000);
});
