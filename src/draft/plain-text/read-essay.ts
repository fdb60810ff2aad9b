import type { DraftPart } from '../draft-issue.ts';
import type { ReadBlock } from './read-card.ts';
import { type Label, withoutSigns } from './read-label.ts';
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
    dropped: [],
  };
}

/** Lines with the sign of a list item or a lead-in, two or more in a row, are a list; a few words with a colon are a heading. */
function readParts(lines: readonly Line[]): readonly PlacedPart[] {
  const parts: PlacedPart[] = [];
  let index = 0;
  for (let line = lines[0]; line !== undefined; line = lines[index]) {
    const items = countItems(lines, index);
    const run = items > 1 ? items : countLeadIns(lines, index);
    if (run > 1) {
      const list = lines.slice(index, index + run);
      const part = items > 1 ? toList(list) : { kind: 'list' as const, items: list.map(({ text }) => text) };
      parts.push({ part, line });
      index += run;
      continue;
    }
    parts.push({ part: readText(line.text), line });
    index += 1;
  }
  return parts;
}

function readText(text: string): DraftPart {
  const shown = withoutSigns(text);
  const isHeading = /^#{2,6} \S/.test(text) || /^(?:\S+\s+){0,2}\S+:$/.test(shown) || /^tl;?dr$/i.test(shown);
  return isHeading ? { kind: 'heading', text: shown } : { kind: 'paragraph', text };
}

/** How many lines in a row, from the one at `from` on, begin like “ask great questions: …”. */
function countLeadIns(lines: readonly Line[], from: number): number {
  let end = from;
  while (/^(?:[^\s:]+\s+){0,4}[^\s:]+:\s+\S/.test(lines[end]?.text ?? '')) end += 1;
  return end - from;
}
