import { contrast } from './contrast.ts';
import { groundsOf, toCamelCase } from './theme-colours.ts';
import type { ThemeTokens } from './theme-tokens.ts';

/** Two colours of a theme that stand on one another and cannot be read. */
export interface UnreadablePair {
  readonly scheme: 'light' | 'dark';
  /** As `theme.colors` names them. */
  readonly ink: string;
  readonly surface: string;
  /** From 1 to 21; text needs 4.5 (WCAG 2.2, 1.4.3). */
  readonly contrast: number;
}

/** Every text of a theme that cannot be read on what it stands on. */
export function findUnreadable({ light: onLight, dark: onDark }: ThemeTokens): readonly UnreadablePair[] {
  const pairs = Object.entries(groundsOf).flatMap(([ink, grounds]) =>
    grounds.map((surface) => [ink, surface] as const),
  );
  return [['light', onLight] as const, ['dark', onDark] as const].flatMap(([scheme, tokens]) =>
    pairs.flatMap(([ink, surface]) => {
      const reached = contrast(tokens[ink] ?? '#000000', tokens[surface] ?? '#000000');
      if (reached >= 4.5) return [];
      return [{ scheme, ink: toCamelCase(ink), surface: toCamelCase(surface), contrast: reached }];
    }),
  );
}
