import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
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

/**
 * Loads the CommonJS files of the bundle as `require` does, compiled as they were when an earlier run ended: with the
 * functions that it called. Node's own cache keeps a file as it was before its first line ran (decision 0009). V8
 * refuses what another version of it, or other flags, have made: https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export class CompiledFiles {
  readonly #folder: string;
  readonly #kept: string | undefined;
  readonly #outside: (name: string) => unknown;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #compiled = new Map<string, Script>();

  /**
   * @param folder holds the files; the name of each has to change with what is in it
   * @param kept holds what was compiled, and is nobody else's to write to; undefined: nothing is kept
   */
  constructor(folder: string, kept: string | undefined) {
    this.#folder = folder;
    if (kept !== undefined) this.#kept = join(kept, `${process.version}-${process.arch}`);
    const require = createRequire(join(folder, 'main.js'));
    let isFirst = true;
    this.#outside = (name) => {
      if (isFirst && !isBuiltin(name)) {
        isFirst = false;
        // What was installed beside us is Node's to compile, and to keep.
        keepCompiled();
      }
      return require(name);
    };
  }

  /** What a file exports. */
  load(name: string): unknown {
    const known = this.#modules.get(name);
    if (known !== undefined) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    this.#modules.set(name, module);
    const run: Run = this.#compile(name).runInThisContext();
    const require = (wanted: string): unknown =>
      wanted.startsWith('./') ? this.load(wanted.slice(2)) : this.#outside(wanted);
    run(module.exports, require, module, join(this.#folder, name), this.#folder, importPackage);
    return module.exports;
  }

  /** Keeps what had to be compiled in this run. Where that cannot be done, the next run compiles again. */
  keep(): void {
    if (this.#kept === undefined || this.#compiled.size === 0) return;
    try {
      mkdirSync(this.#kept, { recursive: true, mode: 0o700 });
      for (const [name, script] of this.#compiled) {
        const unfinished = join(this.#kept, `${name}.${process.pid}`);
        writeFileSync(unfinished, script.createCachedData(), { mode: 0o600, flush: true });
        renameSync(unfinished, join(this.#kept, name));
      }
    } catch {}
  }

  #compile(name: string): Script {
    const file = join(this.#folder, name);
    const cachedData = this.#readKept(name);
    const script = new Script(`(function (${given}) {${readFileSync(file, 'utf8')}\n})`, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (script.cachedDataRejected !== false) this.#compiled.set(name, script);
    return script;
  }

  #readKept(name: string): Buffer | undefined {
    if (this.#kept === undefined) return undefined;
    try {
      return readFileSync(join(this.#kept, name));
    } catch {
      return undefined;
    }
  }
}

function importPackage(name: string): Promise<unknown> {
  return import(name);
}
