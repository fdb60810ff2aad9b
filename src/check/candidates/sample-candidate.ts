import { type Sample, sampleBlock } from '../sample.ts';

/** An issue with one active candidate whose markdown starts on line 11, or later by the lines of `fields`. */
export function sampleCandidate(markdown: string, fields: readonly string[] = []): Sample {
  return sampleBlock(
    ['---active candidate', 'title: vp of sales', ...fields, '---', '', markdown].join('\n'),
  );
}
