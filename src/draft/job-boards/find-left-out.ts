import { isRecord, type Unknown } from './job-posting.ts';

/**
 * What a record of a board holds besides what was made use of, such as `description (1,204 characters)`.
 *
 * @param facts what was read, by its path in the record; what is undefined there could not be used, and is left out, too
 */
export function findLeftOut(record: Unknown, facts: Readonly<Record<string, unknown>>): readonly string[] {
  const used = Object.keys(facts).filter((path) => facts[path] !== undefined);
  return listUnused(record, used, new Set(Object.keys(facts)));
}

function listUnused(record: Unknown, used: readonly string[], asked: ReadonlySet<string>): readonly string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (used.includes(key) || (isBookkeeping(key) && !asked.has(key))) return [];
    const inner = used.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1));
    if (isRecord(value) && inner.length > 0)
      return listUnused(value, inner, new Set(inner)).map((path) => `${key}.${path}`);
    return hasContent(value) ? [`${key}${sizeOf(value)}`] : [];
  });
}

/** Numbers, addresses and moments of the board's own, which nobody would read. */
function isBookkeeping(key: string): boolean {
  return /(?:^|_)ids?$|Ids?$|(?:^|_)ur[li]$|Ur[li]$|(?:_at|At|_on)$|^(?:language|is[A-Z]\w*|shortcode|code)$/.test(
    key,
  );
}

function hasContent(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) ? Object.values(value).some(hasContent) : typeof value === 'number';
}

function sizeOf(value: unknown): string {
  const { length } = typeof value === 'string' ? value : JSON.stringify(value);
  return length < 80 ? '' : ` (${length.toLocaleString('en')} characters)`;
}
