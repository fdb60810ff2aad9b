// One locale for every machine, so that a count is the same everywhere.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text, also in languages that put no spaces between them. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}
