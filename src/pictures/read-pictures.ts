import { contentOf } from '../issue/content-of.ts';
import { imageAddressesIn } from '../issue/image-addresses-in.ts';
import type { Issue } from '../issue/issue.ts';
import { localPicturePath } from '../issue/local-picture.ts';
import type { Picture } from '../issue/picture.ts';
import { makePicture, type PictureMaking } from './make-picture.ts';
import { inspectPicture } from './picture-shape.ts';
import { pictureWithin } from './picture-within.ts';
import { readPictureFile } from './read-picture-file.ts';

export interface PictureFolders extends Omit<PictureMaking, 'shape'> {
  /** Absolute: all pictures lie in it. */
  readonly issuesFolder: string;
}

/**
 * An issue with the pictures that lie beside it, ready to be published. One that cannot be shown is left out: `check`
 * has an error for it.
 */
export async function readPictures(issue: Issue, folders: PictureFolders): Promise<Issue> {
  const content = [...issue.introduction.children, ...issue.blocks.flatMap(contentOf)];
  const addresses = imageAddressesIn(content).filter((address) => localPicturePath(address) !== undefined);
  if (addresses.length === 0) return issue;
  const pictures = new Map<string, Picture>();
  for (const address of addresses) {
    const picture = await readPicture(address, issue, folders);
    if (picture !== undefined) pictures.set(address, picture);
  }
  return { ...issue, pictures };
}

async function readPicture(
  address: string,
  { file }: Issue,
  { issuesFolder, ...making }: PictureFolders,
): Promise<Picture | undefined> {
  const path = localPicturePath(address);
  if (path === undefined) return undefined;
  const found = readPictureFile(issuesFolder, pictureWithin(file, path));
  if (found.kind !== 'file') return undefined;
  const shape = await inspectPicture(found.bytes);
  return shape === undefined ? undefined : makePicture(found.bytes, { ...making, shape });
}
