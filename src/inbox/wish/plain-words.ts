const longestWord = 40;

/** Letters and digits in lower case, with one space between words, of which none is longer than words are. */
export function plainWords(text: string): string {
  return (
    text
      // To put many marks of one letter in order takes a time that grows with their square.
      .replaceAll(/(\p{M}{4})\p{M}+/gu, '$1')
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
      .map((word) => word.slice(0, longestWord))
      .join(' ')
  );
}
