/** A moment in milliseconds since 1970 as ISO 8601 in UTC. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
