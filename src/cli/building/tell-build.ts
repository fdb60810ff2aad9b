import type { CommandContext, Outcome } from '../command.ts';
import type { BuildRecord } from './build-record.ts';

/** An archive of years says the same of each of its issues. */
const mostNotes = 10;

interface Told {
  /** What the person calls the output folder. */
  readonly shown: string;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** What a person hears of a build, after what `check` had to say. */
export function tellBuild(
  { notes, files }: BuildRecord,
  { shown, written, unchanged, removed }: Told,
  { terminal }: CommandContext,
): Outcome {
  for (const { file, message } of notes.slice(0, mostNotes)) terminal.say(`note: ${file}: ${message}`);
  if (notes.length > mostNotes)
    terminal.say(`note: and ${notes.length - mostNotes} more; --json lists them all`);
  const total = Object.keys(files).length;
  return {
    exitCode: 0,
    json: { output: shown, files: total, written, unchanged, removed, notes },
    text: `${total} files in ${shown}: ${written} written, ${unchanged} unchanged, ${removed} removed`,
  };
}
