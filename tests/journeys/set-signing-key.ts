import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorkspace } from './workspace.ts';

/** Puts a key beside the settings, which name it for the sender's domain. Answers where it is. */
export function setSigningKey({ folder }: TestWorkspace, pem: string, mode = 0o600): string {
  const settings = join(folder, 'newsletter.yaml');
  const { domain } = /address: \S+@(?<domain>\S+)/.exec(readFileSync(settings, 'utf8'))?.groups ?? {};
  appendFileSync(settings, `\ndkim: { domain: ${domain}, selector: penny, keyFile: dkim.pem }\n`);
  const path = join(folder, 'dkim.pem');
  writeFileSync(path, pem);
  chmodSync(path, mode);
  return path;
}
