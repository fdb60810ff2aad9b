/**
 * A day for people, in the language's own way: `November 23, 2026`.
 *
 * @param date `YYYY-MM-DD`
 * @param language BCP 47
 */
export function formatDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));
}
