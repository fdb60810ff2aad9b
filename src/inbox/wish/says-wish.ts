import { isWish } from './wish-words.ts';

/**
 * Whether a letter says that somebody wants to leave and nothing else, but for a greeting and a name below it.
 *
 * @param words lines, by `ownLetters`
 */
export function saysWish(words: readonly string[]): boolean {
  const [start = '', ...lines] = words;
  const sentences = [...start.split(/(?<=[.!])\s+/), ...lines];
  const [first = '', ...below] = isWish(sentences[0] ?? '')
    ? sentences
    : [withoutGreeting(sentences[0] ?? ''), ...sentences.slice(1)].filter((line) => line !== '');
  return (
    isWish(first) && below.length <= mostClosing && below.every((line) => isClosing(line) || isName(line))
  );
}

const mostClosing = 6;
const greetings =
  'hi|hello|hey|dear|hallo|guten|liebe[rs]?|sehr geehrte[rs]?|grüezi|servus|bonjour|bonsoir|madame|hola|buenos|buenas|beste|goede\\p{L}*|moin|good|to whom';
/** `Hi Penny,` before the words or alone in its line, and `hello there` alone. */
const greeting = new RegExp(`^(?:${greetings})(?:[ /][\\p{L}.'’-]{1,30}){0,4}(?:\\s*[,!.:–]+\\s*|$)`, 'iu');

function withoutGreeting(line: string): string {
  return line.replace(greeting, '');
}

const thanks =
  'please|bitte|svp|por favor|graag|thanks(?: a lot| so much| in advance| again)?|thank you(?: very much| so much)?|many thanks|danke(?: schön| im voraus| vorab| euch| dir)?|vielen dank(?: im voraus| vorab)?|merci(?: d.avance| beaucoup)?|(?:muchas )?gracias|(?:alvast )?bedankt|dank (?:u|je)(?: wel)?';
const regards =
  '(?:best|kind|warm)(?: regards| wishes)?|regards|all the best|cheers|sincerely|yours(?: sincerely| truly)?|(?:mit )?(?:freundliche|liebe|beste|viele|herzliche|schöne)n? gr[üu](?:ß|ss)en?|gr[üu](?:ß|ss)e?|mfg|lg|vg|(?:bien )?cordialement|bien à vous|(?:un )?saludos?|(?:met )?(?:vriendelijke |hartelijke )?groet(?:en|jes)?';
const named = "(?: \\p{L}[\\p{L}.'’-]{0,29}){0,3}";
const closing = new RegExp(
  `^(?:${thanks}|${regards})(?: (?:and|und|et|y|en) (?:${regards}))?[,.! ]*${named}[,.!]*$`,
  'iu',
);

/** A word of thanks, a greeting at the end. */
export function isClosing(line: string): boolean {
  return line.length <= longestClosing && closing.test(line) && !takesBack(line);
}

const longestClosing = 100;

const name =
  /^(?:\p{Lu}[\p{L}.'’-]{0,29}|\p{Ll}[\p{L}'’-]{0,19})(?: (?:von|van|de|der|la|le|du|den|di)| \p{Lu}[\p{L}.'’-]{0,29}){0,4}$/u;
const refusal = /^(?:no|non|nee|nein)$/iu;

/** A name below a wish; in small letters one word. */
function isName(line: string): boolean {
  return (
    line.length <= longestClosing &&
    name.test(line) &&
    !refusal.test(line) &&
    !takesBack(line) &&
    !line.endsWith('.')
  );
}

const negation =
  /(?<!\p{L})(?:not|n['’]t|never|keep|stay|mistake|nicht|nie|bleib\p{L}*|versehen\p{L}*|pas|jamais|nunca|no me|niet|nooit|blijf)(?!\p{L})|sorry/iu;

/** Whether a line takes back what a subject says, or asks something about it. */
export function takesBack(line: string): boolean {
  return negation.test(line) || line.includes('?');
}
