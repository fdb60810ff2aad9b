/** A line of a text with something in it, without the spaces around it; lines count from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Something about a line of the text, from 1. */
export interface Remark {
  readonly line: number;
  readonly text: string;
  readonly what: string;
}

export function remark({ number, text }: Line, what: string): Remark {
  return { line: number, text, what };
}
