/**
 * The name of an issue's file: `012-on-trust.md`.
 *
 * @param slug kebab-case
 */
export function fileOfIssue(number: number, slug: string): string {
  return `${String(number).padStart(3, '0')}-${slug}.md`;
}
