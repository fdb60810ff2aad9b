import { posix } from 'node:path';
import { didYouMean } from '../../source/did-you-mean.ts';
import { quote } from '../reading/quote.ts';

/** What lies where somebody says that a picture is. */
export type PictureState =
  | { readonly kind: 'shown' }
  /** `others`: the names of the files in that folder. */
  | { readonly kind: 'missing'; readonly others: readonly string[] }
  | { readonly kind: 'outside' }
  | { readonly kind: 'large' }
  | { readonly kind: 'unreadable' };

export interface PictureWords {
  /** As its author wrote it. */
  readonly address: string;
  /** The same as a path, with forward slashes. */
  readonly path: string;
  /** Where pictures of this kind belong. */
  readonly home: string;
  /** What to do with one that is elsewhere. */
  readonly wayHome: string;
  /** What to do about one that is nowhere. */
  readonly remedy: string;
}

export interface PictureTrouble {
  /** Whether there is none; otherwise there is one that cannot be shown. */
  readonly isMissing: boolean;
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with a picture, if anything is. */
export function describePictureState(state: PictureState, words: PictureWords): PictureTrouble | undefined {
  const name = quote(words.address);
  switch (state.kind) {
    case 'shown':
      return undefined;
    case 'missing':
      return {
        isMissing: true,
        message: `there is no file ${name}`,
        hint: nearName(words.path, state.others) ?? words.remedy,
      };
    case 'outside':
      return { isMissing: true, message: `${name} is not in ${words.home}`, hint: words.wayHome };
    case 'large':
      return { isMissing: false, message: `${name} is larger than 50 MB`, hint: 'save it smaller' };
    case 'unreadable':
      return {
        isMissing: false,
        message: `${name} cannot be opened as a picture`,
        hint: 'save it as png or jpg',
      };
  }
}

function nearName(path: string, others: readonly string[]): string | undefined {
  const meant = didYouMean(posix.basename(path), others);
  return meant === undefined ? undefined : `did you mean ${posix.join(posix.dirname(path), meant)}?`;
}
