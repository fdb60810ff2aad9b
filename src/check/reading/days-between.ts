const day = 24 * 60 * 60 * 1000;

/** How many days one date, `YYYY-MM-DD`, is after another; negative where it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}
