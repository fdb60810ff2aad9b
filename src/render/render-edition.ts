import type { Issue } from '../issue/issue.ts';
import type { Picture } from '../issue/picture.ts';
import type { Edition, EmbeddedPicture } from './edition.ts';
import { frameIssue } from './frame.ts';
import type { Letterhead, Templates } from './letterhead.ts';
import { renderEmail } from './render-email.ts';
import { renderText } from './render-text.ts';
import { contentIdOf, picturesInMail } from './shown-pictures.ts';
import { splitSlots } from './slots.ts';

/**
 * Renders an issue for mail, once for all its recipients.
 *
 * @throws TemplateError when a template or a style sheet cannot be used.
 */
export async function renderEdition(
  issue: Issue,
  letterhead: Letterhead,
  templates: Templates,
): Promise<Edition> {
  const parts = { issue, frame: frameIssue(issue, letterhead), letterhead };
  const { preheader } = parts.frame;
  const embedded = picturesInMail(issue, letterhead).map(embed);
  return {
    issueNumber: issue.number,
    slug: issue.slug,
    subject: splitSlots(parts.frame.subject),
    ...(preheader === undefined ? {} : { preheader: splitSlots(preheader) }),
    html: splitSlots(await renderEmail(parts, templates)),
    text: splitSlots(renderText(parts, templates)),
    ...(embedded.length === 0 ? {} : { embedded }),
  };
}

function embed(picture: Picture): EmbeddedPicture {
  return {
    contentId: contentIdOf(picture),
    type: picture.type,
    base64: Buffer.from(picture.bytes).toString('base64'),
  };
}
