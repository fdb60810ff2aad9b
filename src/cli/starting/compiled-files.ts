import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { removeFile } from '../remove-file.ts';
import { keepCompiled } from './keep-compiled.ts';

/** What a file is run with, in this order: what Node hands to a CommonJS file, and an `import()` that works in a script. */
const given = ['exports', 'require', 'module', '__filename', '__dirname', 'importPackage'];

type Run = (
  exports: unknown,
  require: (name: string) => unknown,
  module: { exports: unknown },
  file: string,
  folder: string,
  importPackage: (name: string) => Promise<unknown>,
) => void;

const opening = `(function (${given}) {`;

/**
 * Loads the CommonJS files of the bundle as `require` does, compiled as they were when an earlier run ended: with the
 * functions that it called. Node's own cache keeps a file as it was before its first line ran (decision 0009). V8
 * refuses what another version of it, or other flags, have made: https://nodejs.org/api/vm.html#scriptcreatecacheddata.
 * What is a day old is kept anew, with what that run has called besides.
 */
export class CompiledFiles {
  readonly #folder: string;
  readonly #kept: string | undefined;
  readonly #require: (name: string) => unknown;
  readonly #modules = new Map<string, { exports: unknown }>();
  /** What is to be kept when the run is over. */
  readonly #compiled = new Map<string, Script>();
  #isNodeKeeping = false;

  /**
   * @param folder holds the files; the name of each has to change with what is in it
   * @param kept holds what was compiled, and is nobody else's to write to; undefined: nothing is kept
   */
  constructor(folder: string, kept: string | undefined) {
    this.#folder = folder;
    this.#require = createRequire(join(folder, 'main.js'));
    if (kept !== undefined) this.#kept = join(kept, `${process.version}-${process.arch}`);
  }

  /** What a file exports. */
  load(name: string): unknown {
    const known = this.#modules.get(name);
    if (known !== undefined) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    this.#modules.set(name, module);
    const run: Run = this.#compile(name).runInThisContext();
    const require = (wanted: string): unknown =>
      wanted.startsWith('./') ? this.load(wanted.slice(2)) : this.#loadOutside(wanted);
    const importPackage = (wanted: string): Promise<unknown> => {
      this.#leaveToNode();
      return import(wanted);
    };
    run(module.exports, require, module, join(this.#folder, name), this.#folder, importPackage);
    return module.exports;
  }

  #loadOutside(name: string): unknown {
    if (!isBuiltin(name)) this.#leaveToNode();
    return this.#require(name);
  }

  /** What was installed beside us is Node's to compile, and to keep. */
  #leaveToNode(): void {
    if (this.#isNodeKeeping) return;
    this.#isNodeKeeping = true;
    keepCompiled();
  }

  /** Keeps what this run has compiled. Where that cannot be done, the next run compiles again. */
  keep(): void {
    if (this.#kept === undefined) return;
    for (const [name, script] of this.#compiled)
      keepFile(this.#kept, name, withChecksum(script.createCachedData()));
  }

  #compile(name: string): Script {
    const file = join(this.#folder, name);
    const found = this.#kept === undefined ? undefined : findKept(join(this.#kept, name));
    const script = new Script(`${opening}${readFileSync(file, 'utf8')}\n})`, {
      filename: file,
      columnOffset: -opening.length,
      ...(found === undefined ? {} : { cachedData: found.data }),
    });
    if (script.cachedDataRejected !== false || found?.isOld === true) this.#compiled.set(name, script);
    return script;
  }
}

interface Kept {
  readonly data: Uint8Array;
  /** The run that kept it may have been of another command, and have called little. */
  readonly isOld: boolean;
}

const day = 86_400_000;

/** What was kept, if it is whole: V8 itself looks at its start only, and would run whatever follows. */
function findKept(file: string): Kept | undefined {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(4);
    if (bytes.readUInt32LE() !== crc32(data)) return undefined;
    return { data, isOld: Date.now() - statSync(file).mtimeMs > day };
  } catch {
    return undefined;
  }
}

function withChecksum(data: Uint8Array): Uint8Array {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(data));
  return Buffer.concat([checksum, data]);
}

/** All of it or nothing, also when the power fails. */
function keepFile(folder: string, name: string, bytes: Uint8Array): void {
  const unfinished = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, bytes, { mode: 0o600, flush: true });
    renameSync(unfinished, join(folder, name));
  } catch {
    removeFile(unfinished);
  }
}
