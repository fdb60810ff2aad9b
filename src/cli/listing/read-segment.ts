import type { IsMeant } from '../../audience/choose-audience.ts';
import { isInSegment } from '../../audience/segment/is-in-segment.ts';
import { namedIn, type SegmentNames } from '../../audience/segment/named-in.ts';
import { parseSegment } from '../../audience/segment/parse-segment.ts';
import { SegmentError } from '../../audience/segment/segment-error.ts';
import type { Finding } from '../../source/finding.ts';
import { UsageError } from '../command.ts';

/** What `--segment` says. */
export interface ReadSegment {
  /** As it was typed. */
  readonly text: string;
  readonly isMeant: IsMeant;
  readonly names: SegmentNames;
}

/** @throws UsageError that shows the place in the text */
export function readSegment(text: string): ReadSegment {
  try {
    const segment = parseSegment(text);
    return { text, isMeant: (subscriber) => isInSegment(segment, subscriber), names: namedIn(segment) };
  } catch (error) {
    throw error instanceof SegmentError ? new SegmentUsageError(error, text) : error;
  }
}

/** A wrong call that is shown as a fault of a file is: with its line and a marker under the place. */
class SegmentUsageError extends UsageError {
  readonly findings: readonly Finding[];
  readonly source: string;

  constructor(cause: SegmentError, text: string) {
    super(`--segment cannot be understood: ${cause.message}`, cause.hint, { cause });
    // A line end counts as a space in it.
    this.source = text.replaceAll(/\s/g, ' ');
    this.findings = [
      {
        file: '--segment',
        line: 1,
        column: cause.start + 1,
        endLine: 1,
        endColumn: cause.end + 1,
        severity: 'error',
        rule: 'segment/syntax',
        message: cause.message,
        hint: cause.hint,
      },
    ];
  }
}
