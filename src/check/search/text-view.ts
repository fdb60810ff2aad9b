/**
 * A way to read a text, such as with its entities decoded. Every code unit of it knows the span of the original that
 * it came from, so that what is found in the view has a place in the file.
 */
export interface TextView {
  readonly text: string;
  /** For each code unit, where in the original it starts and, exclusive, ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The text as it stands, or a piece of the original that starts at an offset there. */
export function viewOf(text: string, offset = 0): TextView {
  const starts = Array.from({ length: text.length }, (_, index) => offset + index);
  return { text, starts, ends: starts.map((start) => start + 1) };
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
    starts: new Array<number>(text.length).fill(start),
    ends: new Array<number>(text.length).fill(end),
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
  const pieces: TextView[] = [];
  let end = 0;
  for (const match of view.text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement === undefined || replacement === match[0]) continue;
    const after = match.index + match[0].length;
    pieces.push(slice(view, end, match.index), viewOfStretch(view, replacement, [match.index, after]));
    end = after;
  }
  return pieces.length === 0 ? undefined : joinViews([...pieces, slice(view, end, view.text.length)]);
}

function slice({ text, starts, ends }: TextView, from: number, to: number): TextView {
  return { text: text.slice(from, to), starts: starts.slice(from, to), ends: ends.slice(from, to) };
}

/** Views one behind the other, as one. */
export function joinViews(pieces: readonly TextView[]): TextView {
  return {
    text: pieces.map(({ text }) => text).join(''),
    starts: pieces.flatMap(({ starts }) => starts),
    ends: pieces.flatMap(({ ends }) => ends),
  };
}
