import { styleText } from 'node:util';
import { structuredPatch } from 'diff';
import { safe } from './safe-text.ts';

/** A file before and after its fixes. */
export interface FileChange {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const linesAround = 1;

/** What fixes changed, as a unified diff, one file after the other. */
export function formatChanges(
  changes: readonly FileChange[],
  { colour }: { readonly colour: boolean },
): string {
  const paint = (line: string): string => {
    const style = lineStyles[line.charAt(0)];
    return colour && style !== undefined ? styleText(style, line, { validateStream: false }) : line;
  };
  return changes.map((change) => formatChange(change).map(paint).join('\n')).join('\n');
}

const lineStyles: Readonly<Record<string, 'red' | 'green'>> = { '-': 'red', '+': 'green' };

function formatChange({ file, before, after }: FileChange): string[] {
  const { hunks } = structuredPatch(file, file, plainLines(before), plainLines(after), '', '', {
    context: linesAround,
  });
  const name = safe(file);
  return [
    `--- ${name}`,
    `+++ ${name}`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines.map(safe),
    ]),
  ];
}

/** Line ends do not change, and would be shown as control characters. */
function plainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
