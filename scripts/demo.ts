/**
 * `npm run demo`: the way of an issue, on the repository's own newsletter: check it, build the site, send issue 1 to
 * subscribers.csv. No mail server is used, whatever the environment names: the messages land in outbox/. Run it as
 * often as you like.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const penny = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

for (const words of ['check', 'build', 'send 1 --to subscribers.csv --yes']) {
  console.log(`\n$ npx penny ${words}`);
  const { status } = spawnSync(process.execPath, [penny, ...words.split(' ')], {
    stdio: 'inherit',
    env: { ...process.env, SMTP_URL: '' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const message = readdirSync('outbox', { recursive: true, encoding: 'utf8' }).find((path) =>
  path.endsWith('.eml'),
);
console.log(`
Where to look:
  the page      public/issues/are-interviews-really-a-two-way-street/index.html
  a message     outbox/${message}
  the preview   npx penny preview 1`);
