import type { RowDefaults } from '../../src/audience/csv/rows/row-defaults.ts';

export const noonText = '2026-01-05T12:00:00.000Z';
/** In milliseconds since 1970. */
export const noon = Date.parse(noonText);

export const rowDefaults: RowDefaults = { source: 'list.csv', at: noonText, tags: [] };

/** Names that have broken programs before. */
export const difficultNames = [
  "Shaun O'Neil",
  '李',
  'Jürgen Müßig',
  'דנה לוי',
  'سارة أحمد',
  'Riley 🚀 Park 👩‍💻',
  'Smith, Ann',
  'Ann "AJ" Lee',
  'semi; colon',
  "'quoted'",
] as const;
