/** Texts that people take for the same: upper and lower case, and both ways to write an accent. */
export function fold(text: string): string {
  // Some letters have another form in lower case.
  return text.normalize('NFC').toLowerCase().normalize('NFC');
}
