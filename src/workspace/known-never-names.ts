import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../source/decode-text.ts';
import { readYaml } from '../source/read-yaml.ts';
import { findWorkspace, settingsFile } from './find-workspace.ts';
import { type Environment, readEnvironment } from './read-environment.ts';
import { readNeverNames } from './read-never-names.ts';
import type { NeverName } from './workspace.ts';

/**
 * The never-name list as far as it can be known, whatever is wrong with the workspace: what is said of that must not
 * hold a name either.
 *
 * @param start the folder of the call; there need be no workspace around it
 * @throws WorkspaceError when there is a list, and it cannot be read
 */
export function knownNeverNames(start: string, process: Environment): readonly NeverName[] {
  const folder = findWorkspace(start) ?? start;
  const setting = readSetting(join(folder, settingsFile));
  const names = readNeverNames({
    folder,
    environment: variables(folder, process),
    toConceal: true,
    ...(setting === undefined ? {} : { setting }),
  });
  return names ?? [];
}

function variables(folder: string, process: Environment): Environment {
  try {
    return readEnvironment(folder, process);
  } catch {
    return process;
  }
}

/** `neverName` of newsletter.yaml, even where the rest of it has faults. */
function readSetting(path: string): string | undefined {
  const text = readText(path);
  const { neverName } = readYaml(text, { line: 1 }).value;
  if (typeof neverName === 'string') return neverName;
  const [, quoted, plain] = /^neverName:\s*(?:["']([^"']+)["']|([^\s"'#][^#\n]*))/m.exec(text) ?? [];
  return quoted ?? plain?.trim();
}

function readText(path: string): string {
  try {
    const decoded = decodeText(readFileSync(path));
    return 'fault' in decoded ? '' : decoded.text;
  } catch {
    return '';
  }
}
