import { existsSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fingerprint, foldersIn } from './fingerprint.ts';
import type { Wait } from './wait.ts';

export interface WatchOptions {
  /** Files, and folders with all that is in them; absolute. One that is not there yet is waited for. */
  readonly paths: readonly string[];
  /** Called once for changes that come together, such as an editor's two writes. */
  readonly onChange: () => void;
  readonly wait: Wait;
  /** The system's ear unless told. */
  readonly listen?: Listen;
}

/**
 * Calls `heard` with the name of what changed in a folder, where it is known, until it is closed.
 *
 * @throws Error when the folder cannot be listened to.
 */
export type Listen = (folder: string, heard: (name: string | null) => void, failed: () => void) => Listener;

export interface Listener {
  close(): void;
}

const listenWithSystem: Listen = (folder, heard, failed) =>
  watch(folder, (_, name) => heard(name)).on('error', failed);

/**
 * Milliseconds of quiet after which a change counts as finished: an editor empties a file and fills it again, or
 * writes another and renames it, within very few. More would only keep the author waiting.
 */
const settling = 10;

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
  #listeners: Listener[] = [];
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
        this.#listenFor(path);
        for (const folder of foldersIn(path)) this.#listenTo(folder, () => true);
      }
    } catch {
      this.#fallBack();
    }
  }

  /** Whether it comes or goes; where its folder is not there either, whether that one comes. */
  #listenFor(path: string): void {
    const folder = dirname(path);
    if (existsSync(folder)) this.#listenTo(folder, (name) => name === basename(path));
    else this.#listenFor(folder);
  }

  #listenTo(folder: string, concerns: (name: string) => boolean): void {
    const { listen = listenWithSystem } = this.#options;
    const heard = (name: string | null): void => {
      if (name === null || concerns(name)) this.#lookAfter(settling);
    };
    this.#listeners.push(listen(folder, heard, () => this.#fallBack()));
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
