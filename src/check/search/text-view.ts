/**
 * A way to read a text, such as with its entities decoded. Every code unit of it knows the span of the original that
 * it came from, so that what is found in the view has a place in the file.
 */
export interface TextView {
  readonly text: string;
  /** For each code unit, where in the original it starts and, exclusive, ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The text as it stands, or a piece of the original that starts at an offset there. */
export function viewOf(text: string, offset = 0): TextView {
  const places = new Uint32Array(text.length + 1);
  for (let index = 0; index <= text.length; index += 1) places[index] = offset + index;
  return { text, starts: places.subarray(0, -1), ends: places.subarray(1) };
}

/** Text that stands for one stretch of a view, as what it decodes to. */
export function viewOfStretch(view: TextView, text: string, [from, to]: readonly [number, number]): TextView {
  const start = view.starts[from] ?? 0;
  return viewOfSpan(text, [start, view.ends[to - 1] ?? start]);
}

/** Text all of which stands for one span of the original. */
export function viewOfSpan(text: string, [start, end]: readonly [number, number]): TextView {
  return {
    text,
    starts: new Uint32Array(text.length).fill(start),
    ends: new Uint32Array(text.length).fill(end),
  };
}

/**
 * The view with every match of a global pattern replaced, or undefined when that changes nothing. `replace` returns
 * undefined for a match that stays.
 */
export function replaceInView(
  view: TextView,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): TextView | undefined {
  const changes = Array.from(view.text.matchAll(pattern)).flatMap((match): Change | [] => {
    const text = replace(match);
    if (text === undefined || text === match[0]) return [];
    return { text, from: match.index, to: match.index + match[0].length };
  });
  return changes.length === 0 ? undefined : change(view, changes);
}

/** What stands for a stretch of a view from now on. */
interface Change {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A megabyte can have as many changes as letters: they are written into one place, without a view for each. */
function change(view: TextView, changes: readonly Change[]): TextView {
  const size = changes.reduce((sum, { text, from, to }) => sum + text.length - (to - from), view.text.length);
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  const texts: string[] = [];
  let at = 0;
  let read = 0;
  const keepUntil = (end: number): void => {
    texts.push(view.text.slice(read, end));
    for (; read < end; read += 1, at += 1) {
      starts[at] = view.starts[read] ?? 0;
      ends[at] = view.ends[read] ?? 0;
    }
  };
  for (const { text, from, to } of changes) {
    keepUntil(from);
    texts.push(text);
    starts.fill(view.starts[from] ?? 0, at, at + text.length);
    ends.fill(view.ends[to - 1] ?? 0, at, at + text.length);
    at += text.length;
    read = to;
  }
  keepUntil(view.text.length);
  return { text: texts.join(''), starts, ends };
}

/** Views one behind the other, as one. */
export function joinViews(pieces: readonly TextView[]): TextView {
  const text = pieces.map((piece) => piece.text).join('');
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let at = 0;
  for (const piece of pieces) {
    starts.set(piece.starts, at);
    ends.set(piece.ends, at);
    at += piece.text.length;
  }
  return { text, starts, ends };
}
