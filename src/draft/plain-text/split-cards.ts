import { plainTitle, readNamedCall } from './read-call.ts';
import { withoutSigns } from './read-label.ts';
import { readItem } from './read-list.ts';
import { type Line, type Remark, remark } from './remark.ts';
import type { Section } from './split-sections.ts';
import { isAnyCall, startsFurtherCard } from './starts-further-card.ts';

/** One block of those that stand below a heading. */
export interface Card extends Section {
  readonly guessed: readonly Remark[];
}

/** Below a heading such as `OPEN ROLES`, which names no title itself, each title among the lines starts another block. */
export function splitCards(section: Section): readonly Card[] {
  const { label, line, lines } = section;
  if (label.title !== '' || label.name === 'penny for my thoughts') return [{ ...section, guessed: [] }];
  // Above the title of the first one there may be its link.
  const own = lines.findIndex((below) => !isAnyCall(below, label.name));
  const named = findNamed(lines);
  const starts = lines.flatMap((below, index) =>
    index > own && (named.has(plainTitle(below.text)) || startsFurtherCard(lines, index, label.name))
      ? [index]
      : [],
  );
  const first = {
    label,
    line,
    lines: lines.slice(0, starts[0]),
    guessed:
      label.isSeveral && starts.length === 0 && lines.length > 0
        ? [
            remark(
              line,
              `the heading of one ${label.name}: if there are several below it, part them yourself`,
            ),
          ]
        : [],
  };
  const further = starts.flatMap((start, index): Card[] => {
    const title = lines[start];
    if (title === undefined) return [];
    const words = withoutSigns(readItem(title)?.text ?? title.text);
    return [
      {
        label: { ...label, title: words, isPlain: true },
        line: title,
        lines: lines.slice(start + 1, starts[index + 1]),
        guessed: [remark(title, `the title of another ${label.name}`)],
      },
    ];
  });
  return [first, ...further];
}

/** The titles that links give: “apply for cfo: https://…”. */
function findNamed(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => {
      const call = readNamedCall(readItem(line)?.text ?? line.text);
      return call === undefined ? [] : [plainTitle(call.named)];
    }),
  );
}
