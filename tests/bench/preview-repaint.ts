/**
 * How long after a save the preview shows it: the real command, this repository's own issue, Chromium. Measured in the
 * page, from the moment the file was written to the first frame painted with the new text. Run: npm run bench:preview
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../chromium.ts';
import { createWorkspace } from '../journeys/workspace.ts';

const rounds = 40;
const warmUps = 10;
const goal = 100;

const file = 'issues/001-are-interviews-really-a-two-way-street.md';

if (chromiumPath === undefined) throw new Error('Chromium is needed, and is not installed');
using workspace = createWorkspace();
const preview = workspace.start('preview 1 --json --port 0 --no-open');
const [line]: Buffer[] = await once(preview.stdout, 'data');
const { url } = JSON.parse(String(line));
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArguments] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
  await page.goto(url);
  await page.frameLocator('iframe[title="The email"]').getByRole('heading', { level: 1 }).waitFor();

  const path = join(workspace.folder, file);
  const source = readFileSync(path, 'utf8');
  const times: number[] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    const word = `saved-${round}`;
    const painted = whenPainted(page, word);
    const saved = performance.timeOrigin + performance.now();
    writeFileSync(path, source.replace('is it a 2 way street?', `${word}: is it a 2 way street?`));
    const milliseconds = (await painted) - saved;
    if (round >= warmUps) times.push(milliseconds);
  }
  report(times.toSorted((left, right) => left - right));
} finally {
  await browser.close();
  preview.kill('SIGINT');
  await once(preview, 'close');
}

/** The moment, in milliseconds since 1970, after the frame that first showed the word was painted. */
function whenPainted(page: Page, word: string): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const shown = document.querySelector('iframe[title="The email"]')?.contentDocument?.body;
      if (!shown?.textContent.includes('${word}')) return requestAnimationFrame(look);
      // This frame shows it; what is posted now is heard once it has been painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
      channel.port2.postMessage('');
    };
    look();
  })`);
}

function report(times: readonly number[]): void {
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  process.stdout.write(
    `save to repaint: median ${at(0.5).toFixed(0)} ms, 90 % within ${at(0.9).toFixed(0)} ms (goal: median below ${goal} ms)\n`,
  );
  if (at(0.5) >= goal) process.exitCode = 1;
}
