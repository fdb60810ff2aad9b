import type { ReadBlock } from './read-card.ts';
import type { Label } from './read-label.ts';
import { countItems, type PlacedPart, toList } from './read-list.ts';
import { type Line, remark } from './remark.ts';

/** The essay: running text, lists and headings. */
export function readEssay({ title, shown }: Label, lines: readonly Line[], usualTitle: string): ReadBlock {
  // As it was typed: the colon is a part of it.
  const typed = title === '' ? shown : title;
  const parts = readParts(lines);
  return {
    block: {
      name: 'penny for my thoughts',
      fields: typed === usualTitle ? {} : { title: typed },
      body: parts.map(({ part }) => part),
    },
    guessed: parts.flatMap(({ part, line }) => (part.kind === 'heading' ? [remark(line, 'a heading')] : [])),
  };
}

/** Lines with the sign of a list item or a lead-in, two or more in a row, are a list; a few words with a colon are a heading. */
function readParts(lines: readonly Line[]): readonly PlacedPart[] {
  const parts: PlacedPart[] = [];
  for (let index = 0; index < lines.length; ) {
    const rest = lines.slice(index);
    const line = lines[index];
    if (line === undefined) break;
    const items = countItems(rest);
    const run = items > 1 ? items : countLeadIns(rest);
    if (run > 1) {
      const list = rest.slice(0, run);
      const part = items > 1 ? toList(list) : { kind: 'list' as const, items: list.map(({ text }) => text) };
      parts.push({ part, line });
      index += run;
      continue;
    }
    const kind = /^(?:\S+\s+){0,2}\S+:$/.test(line.text) ? 'heading' : 'paragraph';
    parts.push({ part: { kind, text: line.text }, line });
    index += 1;
  }
  return parts;
}

/** How many lines in a row begin like “ask great questions: …”. */
function countLeadIns(lines: readonly Line[]): number {
  const end = lines.findIndex(({ text }) => !/^(?:[^\s:]+\s+){0,4}[^\s:]+:\s+\S/.test(text));
  return end < 0 ? lines.length : end;
}
