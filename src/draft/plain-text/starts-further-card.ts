import type { BlockName } from '../draft-issue.ts';
import { isRule } from './is-rule.ts';
import { readCallToAction, readNamedCall } from './read-call.ts';
import { readItem } from './read-list.ts';
import { isShort, readsLikeTitle } from './reads-like-title.ts';
import type { Line } from './remark.ts';

/**
 * Whether a line in a block reads like the title of another one: it stands behind an empty line, a rule or a call to
 * action, and bullets or short lines follow.
 */
export function startsFurtherCard(lines: readonly Line[], index: number, name: BlockName): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  const next = lines[index + 1];
  if (line === undefined || before === undefined || next === undefined) return false;
  if (!isTitleOver(line, next) || isAnyCall(line, name)) return false;
  if (isAnyCall(before, name)) return true;
  const isNumbered = readItem(line) !== undefined;
  const isApart = isNumbered || line.number - before.number > 1 || isRule(before);
  const isAdjacent = next.number - line.number === 1;
  if (!isApart || isCall(next, name) || isRule(next)) return false;
  return readItem(next) !== undefined || (isAdjacent && isShort(next));
}

/** A numbered line over lines of another list is a title, too. */
function isTitleOver(line: Line, next: Line): boolean {
  const item = readItem(line);
  const below = readItem(next);
  return item?.number !== undefined && below !== undefined && below.number === undefined
    ? readsLikeTitle({ ...line, text: item.text })
    : readsLikeTitle(line);
}

/** Whether a line is a call to action, of its own block or of the role that it names. */
export function isAnyCall(line: Line, name: BlockName): boolean {
  return isCall(line, name) || readNamedCall(readItem(line)?.text ?? line.text) !== undefined;
}

/** Whether a line is, or an item of a list holds, a call to action. */
export function isCall(line: Line, name: BlockName): boolean {
  return readCallToAction(readItem(line)?.text ?? line.text, name) !== undefined;
}
