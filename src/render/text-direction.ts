/** Scripts that are written from right to left and have living languages. */
const rightToLeftScripts: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/**
 * The `dir` that goes with a `lang`.
 *
 * @param language BCP 47, with or without a script: `he`, `ar-EG`, `az-Arab`
 */
export function textDirection(language: string): Direction {
  const direction = known.get(language) ?? findDirection(language);
  known.set(language, direction);
  return direction;
}

type Direction = 'ltr' | 'rtl';

/** To ask takes as long as to write a paragraph, and every page of an archive asks for the same. */
const known = new Map<string, Direction>();

function findDirection(language: string): Direction {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
}
