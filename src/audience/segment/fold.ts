/** Texts that people take for the same: upper and lower case, and both ways to write an accent. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
