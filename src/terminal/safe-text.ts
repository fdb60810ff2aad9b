/**
 * C0 and C1 controls with ESC, line separators, the bidi embeddings, overrides and isolates that can make a line read
 * in another order than it is stored (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), and
 * halves of surrogate pairs. Marks that only state a direction stay: names in Hebrew and Arabic need them.
 */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text from a file or a server as it may go to a terminal: one line, in which every character that could move the
 * cursor, change colours or reorder the line is shown by its number, such as `<U+001B>`.
 */
export function safe(text: string): string {
  return text.replaceAll(unsafe, (character) => `<U+${codeOf(character)}>`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
