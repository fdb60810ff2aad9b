import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WorkspaceError } from './workspace-error.ts';

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment over the workspace's `.env`: what is set outside wins. */
export function readEnvironment(folder: string, process: Environment): Environment {
  return { ...readDotEnv(folder), ...process };
}

function readDotEnv(folder: string): Environment {
  try {
    return parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
  } catch (error) {
    // A folder of this name is some other program's.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR') return {};
    throw new WorkspaceError(`${join(folder, '.env')} cannot be read`, {
      hint: 'see that you may read it',
      cause: error,
    });
  }
}
