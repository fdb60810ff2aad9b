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
  const pattern = /var\(--(dark-)?([\w-]+)\)/g;
  return css.replaceAll(pattern, (use, isDark: string | undefined, name: string, at: number) => {
    const value = isDark === undefined ? (tokens.light[name] ?? tokens.measures[name]) : tokens.dark[name];
    if (value === undefined) throw notOfTheme(use, { css, at, file });
    return value;
  });
}

/**
 * Sees to it that a style sheet of pages, where custom properties live, asks for none that nobody has set: browsers
 * would leave the whole declaration out.
 *
 * @throws TemplateError for the first one.
 */
export function requireTokens(css: string, { light, measures }: ThemeTokens, file: string): void {
  const own = Array.from(css.matchAll(/(--[\w-]+)\s*:/g), ([, name]) => name);
  const known = new Set([...own, ...Object.keys({ ...light, ...measures }).map((name) => `--${name}`)]);
  for (const { 0: use, 1: name = '', index } of css.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)) {
    if (!known.has(name)) throw notOfTheme(use, { css, at: index, file });
  }
}

interface Use {
  readonly css: string;
  readonly at: number;
  readonly file: string;
}

function notOfTheme(use: string, { css, at, file }: Use): TemplateError {
  const before = css.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const place = { line, column, endLine: line, endColumn: column + use.length };
  return new TemplateError(`${use} is nothing of the theme`, { file, place });
}
