import { fillTokens } from './fill-tokens.ts';
import type { Templates } from './letterhead.ts';
import { TemplateError } from './template-error.ts';
import type { ThemeTokens } from './theme-tokens.ts';

/**
 * The two style sheets of mail as `<style>` elements: `head.css` stays where it is, for the programs that read it,
 * `inline.css` is written into the elements by {@link inlineStyles}.
 *
 * @throws TemplateError when one is missing or uses a colour that the theme does not have.
 */
export function styleElements(templates: Templates, tokens: ThemeTokens): string {
  const sheet = (file: string): string => {
    const css = templates.get(file);
    if (css === undefined) throw new TemplateError(`there is no style sheet ${file}`, { file });
    return fillTokens(css, tokens, file)
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .trim();
  };
  return `<style data-embed>\n${sheet('email/head.css')}\n</style>\n<style>\n${sheet('email/inline.css')}\n</style>`;
}

/**
 * Writes the plain `<style>` element of a message into style attributes and removes it; one with `data-embed` stays.
 * Loaded only when called: the inliner takes longer to load than to work.
 */
export async function inlineStyles(html: string): Promise<string> {
  const { default: juice } = await import('juice');
  const options = { applyHeightAttributes: false, applyWidthAttributes: false, preserveImportant: false };
  return juice(hideCodeBlocks(html).replaceAll('=""', emptyValue), options).replaceAll(emptyValue, '=""');
}

/** The inliner passes over whatever looks like a template language, from `{{` to `}}`: to us that is an author's text. */
function hideCodeBlocks(html: string): string {
  return html.replaceAll(/\{(?=\{)|<(?=%|\/?[#@])/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The inliner would shorten `alt=""` to `alt`, which spam filters take for none; no text holds half a slot's mark. */
const emptyValue = '="\u{FDD1}"';
