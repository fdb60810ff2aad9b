import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../source/decode-text.ts';
import type { Fault } from '../source/fault.ts';
import { parseWith } from '../source/parse-with.ts';
import type { FieldPlaces } from '../source/place.ts';
import { readYamlList } from '../source/read-yaml.ts';
import { findSchemaFaults } from '../source/schema-faults.ts';
import type { Environment } from './read-environment.ts';
import type { NeverName } from './workspace.ts';
import { WorkspaceError } from './workspace-error.ts';

const usualFile = '.private/never-name.yaml';

const term = z.string().trim().min(1);
const entry = z.strictObject({
  term,
  for: z.string().exactOptional(),
  match: z.enum(['word', 'substring']).exactOptional(),
  aliases: z.array(term).exactOptional(),
  allow: z.array(term).exactOptional(),
});
const schema = z.array(entry);

/**
 * Where the list stands, absolute.
 *
 * @param setting `neverName` of newsletter.yaml
 */
export function pathOfNeverNames(folder: string, setting = usualFile): string {
  return resolve(folder, setting);
}

interface ListSource {
  readonly folder: string;
  readonly environment: Environment;
  /** `neverName` of newsletter.yaml. */
  readonly setting?: string;
  /** Only to keep names out of what is printed: a list that is not there, or that git would take, is no failure then. */
  readonly toConceal?: true;
}

/**
 * The never-name list: the file that lives outside git, and after it the terms of `PENNY_NEVER_NAME`. Undefined when
 * there is neither. Nothing that this throws holds a term: messages of the YAML parser could, so they are left out.
 *
 * @throws WorkspaceError when the file cannot be read, has faults, or would be taken by git.
 */
export function readNeverNames({
  folder,
  environment,
  setting,
  toConceal,
}: ListSource): readonly NeverName[] | undefined {
  const isRequired = setting !== undefined && toConceal !== true;
  const written = readFile(pathOfNeverNames(folder, setting), {
    isRequired,
    isForbiddenInGit: toConceal !== true,
    folder,
  });
  const variable = environment['PENNY_NEVER_NAME'] ?? '';
  const terms = variable
    .split(/[,\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (written === undefined && terms.length === 0) return undefined;
  const entries = [
    ...(written ?? []).map(({ term: first, aliases = [], match = 'word', allow = [] }) => ({
      terms: [first, ...aliases],
      match,
      allow,
    })),
    ...terms.map((first) => ({ terms: [first], match: 'word' as const, allow: [] })),
  ];
  return entries.map((found, index) => ({ number: index + 1, ...found }));
}

function readFile(
  path: string,
  {
    isRequired,
    isForbiddenInGit,
    folder,
  }: { readonly isRequired: boolean; readonly isForbiddenInGit: boolean; readonly folder: string },
): z.output<typeof schema> | undefined {
  const shown = relative(folder, path).replaceAll('\\', '/');
  const bytes = readBytes(path, shown);
  if (bytes === undefined) {
    if (!isRequired) return undefined;
    const hint = 'make it, or take neverName: out of newsletter.yaml';
    throw new WorkspaceError(`the never-name list ${shown} cannot be read`, { hint });
  }
  if (isForbiddenInGit) refuseInGit(path, { folder, shown });
  const decoded = decodeText(bytes);
  if ('fault' in decoded) throw faulty(shown, [decoded.fault]);
  const { value: read, places, faults } = readYamlList(decoded.text, { line: 1 });
  const value = spellOut(read, places);
  const parsed = parseWith(schema, value);
  const section = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const schemaFaults = parsed.success
    ? []
    : findSchemaFaults(parsed.error, { schema, value, places, section });
  if (!parsed.success || faults.length > 0) throw faulty(shown, [...faults, ...schemaFaults]);
  return parsed.data;
}

/** A name that looks like a number is what was written: `007`, not 7. */
function spellOut(value: unknown, places: FieldPlaces, path = ''): unknown {
  const inner = (part: unknown, key: string | number): unknown =>
    spellOut(part, places, path === '' ? String(key) : `${path}.${key}`);
  if (typeof value === 'number') return places.get(path)?.written ?? String(value);
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part, key)]));
}

/** Undefined when there is no such file; any other trouble must not pass for a list without names. */
function readBytes(path: string, shown: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    const hint =
      'see that it is a file and that you may read it; until then nothing is checked, built or sent';
    throw new WorkspaceError(`the never-name list ${shown} cannot be read`, { hint, cause });
  }
}

/** Once a name is pushed it is public. A folder that git knows nothing of, or a machine without git, is no danger. */
function refuseInGit(
  path: string,
  { folder, shown }: { readonly folder: string; readonly shown: string },
): void {
  const takenByGit = 1;
  const { status } = spawnSync('git', ['check-ignore', '--quiet', '--', path], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (status !== takenByGit) return;
  throw new WorkspaceError(`git would take the never-name list ${shown}`, {
    hint: `write /${shown} into .gitignore, and if it was ever committed, see to it that it is gone`,
  });
}

function faulty(shown: string, faults: readonly Fault[]): WorkspaceError {
  const findings = faults.map(({ line, column, rule }) => ({
    ...{ file: shown, line, column, endLine: line, endColumn: column + 1, severity: 'error' as const, rule },
    message: 'this cannot be read as an entry',
    hint: 'write  - term: the name  and, where you need them, match: word or substring, aliases: [...], allow: [...]',
  }));
  return new WorkspaceError(`the never-name list ${shown} has faults`, {
    hint: 'mend it; until then nothing is checked, built or sent',
    findings,
  });
}
