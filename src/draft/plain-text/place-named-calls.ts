import { plainTitle, readNamedCall } from './read-call.ts';
import { titleOf } from './read-card.ts';
import { readItem } from './read-list.ts';
import type { Line } from './remark.ts';
import type { Card } from './split-cards.ts';

/** Moves each “apply for vp of sales: https://…” that stands below another block to the end of the role that it names. */
export function placeNamedCalls(cards: readonly Card[]): readonly Card[] {
  const roles = Map.groupBy(
    cards.filter(({ label }) => label.name === 'open role'),
    ({ label, lines }) => plainTitle(titleOf(label, lines)),
  );
  const moved = new Set<Line>();
  const arriving = new Map<Card, Line[]>();
  for (const card of cards) {
    // An essay is left as its author wrote it.
    if (card.label.name === 'penny for my thoughts') continue;
    for (const line of card.lines) {
      const role = findRole(line, roles);
      if (role === undefined || role === card) continue;
      moved.add(line);
      arriving.set(role, [...(arriving.get(role) ?? []), line]);
    }
  }
  return cards.map((card) => ({
    ...card,
    lines: [...card.lines.filter((line) => !moved.has(line)), ...(arriving.get(card) ?? [])],
  }));
}

/** The role that a line names; of two with the same title, neither. */
function findRole(line: Line, roles: ReadonlyMap<string, readonly Card[]>): Card | undefined {
  const call = readNamedCall(readItem(line)?.text ?? line.text);
  if (call === undefined) return undefined;
  const [role, ...others] = roles.get(plainTitle(call.named)) ?? [];
  return others.length === 0 ? role : undefined;
}
