/** A segment that cannot be understood, with the place in its text. */
export class SegmentError extends Error {
  override readonly name = 'SegmentError';
  readonly hint: string;
  /** Of the part that is meant, counted in UTF-16 units from 0. */
  readonly start: number;
  readonly end: number;

  constructor(message: string, { hint, start, end }: Omit<SegmentFault, 'message'>) {
    super(message);
    this.hint = hint;
    this.start = start;
    this.end = end;
  }
}

export interface SegmentFault {
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}
