// One locale for every machine, so that a count is the same everywhere.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Between spaces, a word of plain letters, perhaps with an apostrophe within and punctuation around it: one word for the
 * segmenter, too, by Unicode Standard Annex #29. Most words are such, and found in a third of the time.
 */
const plainWord = /(?<=^|[ \n])[("“‘]?[A-Za-z]+(?:['’][A-Za-z]+)?[)"”’.,;:!?]*(?=$|[ \n])/g;

/** The words of a text, also in languages that put no spaces between them. */
export function countWords(text: string): number {
  let count = 0;
  const others = text.replaceAll(plainWord, () => {
    count += 1;
    return '';
  });
  for (const { isWordLike } of segmenter.segment(others)) if (isWordLike === true) count += 1;
  return count;
}
