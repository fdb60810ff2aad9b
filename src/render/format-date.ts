/**
 * A day for people, in the language's own way: `November 23, 2026`.
 *
 * @param date `YYYY-MM-DD`
 * @param language BCP 47
 */
export function formatDate(date: string, language: string): string {
  const format =
    known.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  known.set(language, format);
  return format.format(Date.parse(date));
}

/** By language: making one takes a hundred times as long as using it. */
const known = new Map<string, Intl.DateTimeFormat>();
