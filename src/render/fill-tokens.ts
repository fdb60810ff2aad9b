import { TemplateError } from './template-error.ts';
import type { ThemeTokens } from './theme-tokens.ts';

/**
 * Writes the theme into a style sheet for mail, where custom properties are dead: `var(--text)` is the light text,
 * `var(--dark-text)` the dark one, `var(--font-text)` the fonts of it.
 *
 * @param file the style sheet's place in `templates/`, for the fault
 * @throws TemplateError for a name that is no token.
 */
export function fillTokens(css: string, tokens: ThemeTokens, file: string): string {
  return css.replaceAll(/var\(--(dark-)?([\w-]+)\)/g, (use, isDark: string | undefined, name: string) => {
    const value = isDark === undefined ? (tokens.light[name] ?? tokens.measures[name]) : tokens.dark[name];
    if (value === undefined) throw new TemplateError(`${use} is nothing of the theme`, { file });
    return value;
  });
}
