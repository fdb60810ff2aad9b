const longestWord = 40;

/** Letters and digits in lower case, with one space between words, of which none is longer than words are. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.slice(0, longestWord))
    .join(' ');
}
