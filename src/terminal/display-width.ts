/** Blocks whose characters take two columns (East Asian Width W and F, https://www.unicode.org/reports/tr11/). */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[#*\d]\ufe0f?\u20e3)/u;
/** What has no column of its own when it stands alone: combining marks, joiners, direction marks. */
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** The letters of Europe and the signs of a sentence: each has a column of its own, and none joins another. */
const eachIsOne = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*$/;

/** Made when it is first needed: most lines hold nothing else, and the machine's language data takes its time to load. */
let characters: Intl.Segmenter | undefined;

/** The columns that a line of text takes in a terminal. Control characters are the caller's to make visible first. */
export function displayWidth(text: string): number {
  if (eachIsOne.test(text)) return text.length;
  return split(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

/** The beginning of a text in at most `width` columns; what is cut off is replaced by `…`. */
export function keepStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${take(split(text), width - 1).join('')}…`;
}

/** The end of a text in at most `width` columns; what is cut off is replaced by `…`. */
export function keepEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const fromTheEnd = take(split(text).reverse(), width - 1);
  return `…${fromTheEnd.reverse().join('')}`;
}

function take(all: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let left = width;
  for (const character of all) {
    left -= characterWidth(character);
    if (left < 0) break;
    taken.push(character);
  }
  return taken;
}

function split(text: string): string[] {
  if (eachIsOne.test(text)) return text.split('');
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(characters.segment(text), ({ segment }) => segment);
}

function characterWidth(character: string): number {
  if (zeroWidth.test(character)) return 0;
  return wide.test(character) || emoji.test(character) ? 2 : 1;
}
