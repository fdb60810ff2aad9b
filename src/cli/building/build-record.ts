import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteNote } from '../../site/site-plan.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { writePrivateFile } from './write-private-file.ts';

/** What a build was made from and what came of it, so that the next one can tell that there is nothing to do. */
export interface BuildRecord {
  /** `digestInputs` of all that the site depends on. */
  readonly inputs: string;
  /** A digest of each file, by path below the output folder. */
  readonly files: Readonly<Record<string, string>>;
  /** A digest of the never-name list that the files were held against, and of all that decides what it finds. */
  readonly heldAgainst: string;
  readonly notes: readonly SiteNote[];
  /** What `check` had to say, as text; empty when it had nothing. */
  readonly warnings: string;
}

/** The record of the last build into a folder; undefined where there is none, or none that can be read. */
export function findRecord(workspace: Workspace, output: string): BuildRecord | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(recordFile(workspace, output), 'utf8'));
    return isRecord(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

export function writeRecord(workspace: Workspace, output: string, record: BuildRecord): void {
  writePrivateFile(recordFile(workspace, output), [JSON.stringify(record)]);
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

function recordFile({ paths }: Workspace, output: string): string {
  return join(paths.builds, `${digestOf(output)}.json`);
}

function isRecord(value: unknown): value is BuildRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'inputs' in value &&
    'files' in value &&
    'heldAgainst' in value &&
    'notes' in value &&
    'warnings' in value
  );
}
