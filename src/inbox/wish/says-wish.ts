import { isWish } from './wish-words.ts';

/**
 * Whether a letter says that somebody wants to leave and nothing else, but for a greeting and a name below it.
 *
 * @param words lines, by `ownLetters`
 */
export function saysWish(words: readonly string[]): boolean {
  const [first = '', ...below] = [withoutGreeting(words[0] ?? ''), ...words.slice(1)].filter(
    (line) => line !== '',
  );
  return isWish(first) && below.length <= mostClosing && below.every(isClosing);
}

const mostClosing = 5;
const greetings = 'hi|hello|hey|dear|hallo|guten|liebe[rs]?|sehr geehrte[rs]?|bonjour|hola|beste|moin|good';
/** `Hi Penny,` before the words or alone in its line, and `hello there` alone. */
const greeting = new RegExp(`^(?:${greetings})(?: [\\p{L}.'’-]{1,30}){0,4}(?:\\s*[,!.:–]+\\s*|$)`, 'iu');

function withoutGreeting(line: string): string {
  return line.replace(greeting, '');
}

const closing =
  /^(?:thanks|thank you|many thanks|best|kind|warm|regards|cheers|sincerely|yours|danke|vielen dank|mit|freundliche|liebe|beste|viele|herzliche|gr[üu](?:ß|ss)e?|mfg|lg|vg|merci|cordialement|bien à vous|gracias|saludos|un saludo|groeten|met|bedankt)(?![\p{L}\d]).{0,40}$/iu;
const name = /^[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{0,29}){0,3}$/u;
const butNot = /(?<!\p{L})(?:no|not|don.?t|but|nicht|nein|aber|pas|mais|pero|niet|maar)(?!\p{L})|[?@\d]/iu;

/** What stands below what somebody had to say: a word of thanks, a name. */
export function isClosing(line: string): boolean {
  return (closing.test(line) || name.test(line)) && !butNot.test(line);
}
