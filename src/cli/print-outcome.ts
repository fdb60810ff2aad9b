import { formatJson } from '../terminal/json-text.ts';
import type { CommandContext, Outcome } from './command.ts';
import { mapStrings } from './map-strings.ts';

/** Prints what a command came to: the document with `--json`, otherwise the text. */
export function printOutcome(
  { json, terminal }: CommandContext,
  { json: document, text, verbatim }: Outcome,
  write: (document: unknown) => string = formatJson,
): void {
  if (json) {
    if (document === undefined) return;
    terminal.result(write(verbatim === true ? document : mapStrings(document, terminal.concealed)));
  } else if (text !== '') terminal.result(verbatim === true ? text : terminal.concealed(text));
}
