import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fingerprint, foldersIn } from './fingerprint.ts';
import type { Wait } from './wait.ts';

export interface WatchOptions {
  /** Files, and folders with all that is in them; absolute. One that is not there yet is waited for. */
  readonly paths: readonly string[];
  /** Called once for changes that come together, such as an editor's two writes. */
  readonly onChange: () => void;
  readonly wait: Wait;
}

/** Milliseconds of quiet after which a change counts as finished. */
const settling = 80;

/** Milliseconds between two looks at the files where the system cannot report changes. */
const polling = 1000;

/** Watches until what it returns is called. Whatever the file system does, it goes on and never throws. */
export function watchFiles(options: WatchOptions): () => void {
  const watcher = new FileWatcher(options);
  watcher.start();
  return () => watcher.stop();
}

/**
 * What the system reports only says when to look: a look compares the files with those of the last look, and listens
 * anew. So a folder that was made, moved or replaced is heard from then on. Each folder has a listener of its own,
 * because Node's recursive one goes deaf on Linux to a file that was replaced by renaming.
 */
class FileWatcher {
  readonly #options: WatchOptions;
  #listeners: FSWatcher[] = [];
  #seen: string | undefined;
  #callOff = (): void => {};

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#listen();
    this.#seen = this.#see();
  }

  stop(): void {
    this.#callOff();
    this.#closeListeners();
  }

  #look(): void {
    this.#listen();
    const seen = this.#see();
    if (seen === undefined || seen === this.#seen) return;
    this.#seen = seen;
    this.#options.onChange();
  }

  /** Undefined when the files cannot be looked at just now, such as a folder that is being removed: later, then. */
  #see(): string | undefined {
    try {
      return fingerprint(this.#options.paths);
    } catch {
      this.#lookAfter(polling);
      return undefined;
    }
  }

  #lookAfter(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#options.wait(milliseconds, () => this.#look());
  }

  #listen(): void {
    this.#closeListeners();
    try {
      for (const path of this.#options.paths) {
        this.#listenTo(dirname(path), (name) => name === basename(path));
        for (const folder of foldersIn(path)) this.#listenTo(folder, () => true);
      }
    } catch {
      this.#fallBack();
    }
  }

  #listenTo(folder: string, concerns: (name: string) => boolean): void {
    const listener = watch(folder, (_, name) => {
      if (name === null || concerns(name)) this.#lookAfter(settling);
    });
    this.#listeners.push(listener);
    listener.on('error', () => this.#fallBack());
  }

  /** The system cannot report changes, be it for now: looks from time to time, and tries again to listen. */
  #fallBack(): void {
    this.#closeListeners();
    this.#lookAfter(polling);
  }

  #closeListeners(): void {
    for (const listener of this.#listeners) listener.close();
    this.#listeners = [];
  }
}
