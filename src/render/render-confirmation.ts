import { inlineStyles, styleElements } from './inline-styles.ts';
import type { Letterhead, Templates } from './letterhead.ts';
import { mailLogo } from './shown-pictures.ts';
import { compileTemplates } from './template-engine.ts';
import { textDirection } from './text-direction.ts';
import { themeTokens } from './theme-tokens.ts';

/** The mail that asks somebody whether it was them who asked for the newsletter. */
export interface Confirmation {
  readonly html: string;
  readonly text: string;
}

/** Stands where the link is to be, and nowhere else: no text and no address holds it. */
const linkMark = '\u{FDD2}';

/**
 * Renders `email/confirm` and `text/confirm` once; for each person only the link differs. Nothing that a stranger typed
 * into the form stands in it, so that nobody can have their own words mailed to others.
 *
 * @throws TemplateError
 */
export async function renderConfirmation(
  letterhead: Letterhead,
  templates: Templates,
  subject: string,
): Promise<(confirmUrl: string) => Confirmation> {
  const { name, tagline, url, language, sender, theme } = letterhead;
  const data = {
    language,
    direction: textDirection(language),
    subject,
    name,
    tagline,
    url,
    senderName: sender.name,
    postalAddress: sender.postalAddress,
    // This mail carries no pictures.
    logo: letterhead.images === 'hosted' ? mailLogo(letterhead) : undefined,
    width: theme.width,
    confirmUrl: linkMark,
  };
  const stylesHtml = styleElements(templates, themeTokens(theme));
  const email = compileTemplates(templates, 'email', letterhead);
  const html = await inlineStyles(email.fill('confirm', { ...data, stylesHtml }));
  const text = compileTemplates(templates, 'text', letterhead).fill('confirm', data);
  return (confirmUrl) => ({
    html: html.replaceAll(linkMark, () => confirmUrl),
    text: text.replaceAll(linkMark, () => confirmUrl),
  });
}
