/**
 * How many addresses one mailing may find wrong and still be believed. A server that calls more than a fiftieth of
 * them wrong is more likely to be wrong itself: then nobody is suppressed before a person has looked (DELIVERY.md §2).
 *
 * @param audience how many the mailing goes to
 */
export function mostSuspects(audience: number): number {
  return Math.max(1, Math.floor(audience * 0.02));
}
