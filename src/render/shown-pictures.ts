import { contentOf } from '../issue/content-of.ts';
import { isOnWeb } from '../issue/is-on-web.ts';
import type { Block, Issue } from '../issue/issue.ts';
import type { Picture } from '../issue/picture.ts';
import { picturesIn } from '../issue/pictures-in.ts';
import type { Letterhead } from './letterhead.ts';
import type { WebLink } from './web-links.ts';

/** A picture as markup needs it; lengths are in pixels of CSS. */
export interface ShownPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** What stands for the address of an image that its author wrote; nothing for one that is no picture of the issue. */
export type PictureSource = (address: string) => ShownPicture | undefined;

/** The newsletter's logo as the masthead of mails shows it. */
export interface ShownLogo extends ShownPicture {
  readonly alt: string;
}

export function mailLogo({ logo, images, url }: Letterhead): ShownLogo | undefined {
  if (logo === undefined) return undefined;
  const { alt, grounded } = logo;
  const src = images === 'embedded' ? `cid:${contentIdOf(grounded)}` : `${url}/${grounded.path}`;
  return { alt, src, width: grounded.width, height: grounded.height };
}

/** The same for pages, with what stands in on dark screens. */
export function webLogo({ logo }: Letterhead, link: WebLink): (ShownLogo & { dark: string }) | undefined {
  if (logo === undefined) return undefined;
  const { alt, light, dark } = logo;
  return { alt, src: link(light.path), dark: link(dark.path), width: light.width, height: light.height };
}

/** For pages and feeds. */
export function linkPictures({ pictures }: Issue, link: WebLink): PictureSource {
  return sourceOf(pictures, ({ path }) => link(path));
}

/** For mails: from the site, or from the message itself (RFC 2392). */
export function mailPictures(issue: Issue, letterhead: Letterhead, block?: Block): PictureSource {
  const isEmbedded = letterhead.images === 'embedded' || isWithheld(block);
  return sourceOf(issue.pictures, (picture) =>
    isEmbedded ? `cid:${contentIdOf(picture)}` : `${letterhead.url}/${picture.path}`,
  );
}

function sourceOf(pictures: Issue['pictures'], srcOf: (picture: Picture) => string): PictureSource {
  return (address) => {
    const picture = pictures.get(address);
    if (picture === undefined) return undefined;
    return { src: srcOf(picture), width: picture.width, height: picture.height };
  };
}

/** The pictures that the site shows of an issue. */
export function picturesOnWeb(issue: Issue): readonly Picture[] {
  const shown = issue.blocks.filter((block) => !isWithheld(block)).flatMap(contentOf);
  return picturesIn([...issue.introduction.children, ...shown], issue.pictures);
}

/** The pictures that a mail carries itself. What the web may not show is never fetched from there. */
export function picturesInMail(issue: Issue, { images, logo }: Letterhead): readonly Picture[] {
  if (images === 'hosted')
    return picturesIn(issue.blocks.filter(isWithheld).flatMap(contentOf), issue.pictures);
  const shown = picturesIn(
    [...issue.introduction.children, ...issue.blocks.flatMap(contentOf)],
    issue.pictures,
  );
  return logo === undefined ? shown : [logo.grounded, ...shown];
}

function isWithheld(block: Block | undefined): boolean {
  return block?.kind === 'activeCandidate' && !isOnWeb(block);
}

/** Without angle brackets. */
export function contentIdOf({ path }: Picture): string {
  return `${path.replace(/^.*\//, '')}@pennypost`;
}
