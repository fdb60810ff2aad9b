import type { WrittenIssue } from '../../issue/issue.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { stretchesOf } from '../search/stretches.ts';
import type { TextView } from '../search/text-view.ts';
import { viewStretch } from '../search/view-stretch.ts';
import type { WrittenCandidate } from './active-candidates.ts';
import { viewTargets } from './view-targets.ts';
import { withoutDisguise } from './without-disguise.ts';

/** A candidate as readers and their programs read it, without any disguise. */
export interface CandidateReading {
  readonly offsets: SourceOffsets;
  /** The fields, and the markdown without its code. */
  readonly shown: readonly { readonly view: TextView; readonly field?: string }[];
  /** All of it: fields, markdown with code and the words that stand for images, addresses and titles of links. */
  readonly published: readonly TextView[];
}

/** Two dozen patterns are looked for in each candidate, which nobody changes. */
const known = new WeakMap<WrittenCandidate, CandidateReading>();

export function readCandidate(issue: WrittenIssue, candidate: WrittenCandidate): CandidateReading {
  const reading = known.get(candidate) ?? read(issue, candidate);
  known.set(candidate, reading);
  return reading;
}

function read(issue: WrittenIssue, candidate: WrittenCandidate): CandidateReading {
  const alone = onlyBlocks(issue, [candidate]);
  const offsets = new SourceOffsets(issue.source);
  const views = (withCode: boolean): CandidateReading['shown'] =>
    stretchesOf(alone, { withCode }).map((stretch) => ({
      view: withoutDisguise(viewStretch(stretch, { source: issue.source, offsets })),
      ...(stretch.field === undefined ? {} : { field: stretch.field }),
    }));
  return {
    offsets,
    shown: views(false),
    published: [...viewTargets(alone, offsets).map(withoutDisguise), ...views(true).map(({ view }) => view)],
  };
}
