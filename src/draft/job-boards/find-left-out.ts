import { isRecord, type Unknown } from './job-posting.ts';

/** What a record of a board holds besides what was read of it, such as `description (1,204 characters)`. */
export function findLeftOut(record: Unknown, read: readonly string[]): readonly string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (read.includes(key) || isBookkeeping(key)) return [];
    const inner = read.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1));
    if (isRecord(value) && inner.length > 0) return findLeftOut(value, inner).map((path) => `${key}.${path}`);
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
