import { posix } from 'node:path';
import type { WrittenIssue } from '../../issue/issue.ts';
import { didYouMean } from '../../source/did-you-mean.ts';
import type { Finding } from '../../source/finding.ts';
import { quote } from '../reading/quote.ts';
import type { SampledRule } from '../rule.ts';
import { type Sample, sampleEssay } from '../sample.ts';
import { toFinding } from '../to-finding.ts';
import { findPictures, type PictureUse } from './find-pictures.ts';

/** What lies where an issue says that a picture is. */
export type PictureState =
  | { readonly kind: 'shown' }
  /** `others`: the names of the files in that folder. */
  | { readonly kind: 'missing'; readonly others: readonly string[] }
  | { readonly kind: 'outside' }
  | { readonly kind: 'large' }
  | { readonly kind: 'unreadable' };

export const imageMissing: SampledRule<PictureStateSample> = {
  name: 'image/missing',
  severity: 'error',
  what: 'An image is a file, and there is none of that name in the folder of the issues.',
  why: 'Readers would see a hole where the picture belongs.',
  fix: 'Put the file below `issues/` and write its path as seen from the issue, such as `images/offers.png`.',
  samples: {
    good: [stated('![offers by month](offers.png)', { kind: 'shown' })],
    bad: [
      {
        sample: stated('![offers by month](offers.PNG)', { kind: 'missing', others: ['offers.png'] }),
        finds: [
          { at: '10:20-10:30', message: 'there is no file “offers.PNG”', hint: 'did you mean offers.png?' },
        ],
      },
      {
        sample: stated('![offers][a]\n\n[a]: images/offers.png', { kind: 'missing', others: [] }),
        finds: [
          {
            at: '12:6-12:23',
            message: 'there is no file “images/offers.png”',
            hint: 'put it beside the issue, or write its path as seen from there',
          },
        ],
      },
      {
        sample: stated('![offers](../offers.png)', { kind: 'outside' }),
        finds: [
          {
            at: '10:11-10:24',
            message: '“../offers.png” is not in the folder of the issues',
            hint: 'copy it there, such as to issues/images/, and write images/offers.png',
          },
        ],
      },
    ],
  },
};

export const imageUnreadable: SampledRule<PictureStateSample> = {
  name: 'image/unreadable',
  severity: 'error',
  what: 'The file of an image cannot be opened as a picture: it is another kind of file, it is damaged, or larger than 50 MB or 100 megapixels.',
  why: 'Neither a mail nor a page can show it.',
  fix: 'Save the picture as png or jpg; gif, webp, avif and tiff can be read, too.',
  samples: {
    good: [stated('![offers by month](offers.webp)', { kind: 'shown' })],
    bad: [
      {
        sample: stated('![offers by month](offers.svg)', { kind: 'unreadable' }),
        finds: [
          {
            at: '10:20-10:30',
            message: '“offers.svg” cannot be opened as a picture',
            hint: 'save it as png or jpg',
          },
        ],
      },
      {
        sample: stated('![offers by month](offers.png)', { kind: 'large' }),
        finds: [{ at: '10:20-10:30', message: '“offers.png” is larger than 50 MB', hint: 'save it smaller' }],
      },
    ],
  },
};

interface PictureStateSample extends Sample {
  readonly state: PictureState;
}

function stated(markdown: string, state: PictureState): PictureStateSample {
  return { ...sampleEssay(markdown), state };
}

/** What is wrong with the files of an issue's pictures. */
export function judgePictureFiles(
  issue: WrittenIssue,
  stateOf: (use: PictureUse) => PictureState | undefined,
): readonly Finding[] {
  return findPictures(issue).flatMap((use) => {
    const trouble = describe(use, stateOf(use) ?? { kind: 'shown' });
    return trouble === undefined
      ? []
      : [
          toFinding(trouble.rule, issue.file, {
            place: use.place,
            message: trouble.message,
            hint: trouble.hint,
          }),
        ];
  });
}

interface PictureTrouble {
  readonly rule: SampledRule<PictureStateSample>;
  readonly message: string;
  readonly hint: string;
}

function describe({ address, path }: PictureUse, state: PictureState): PictureTrouble | undefined {
  const name = quote(address);
  switch (state.kind) {
    case 'shown':
      return undefined;
    case 'missing':
      return { rule: imageMissing, message: `there is no file ${name}`, hint: hintFor(path, state.others) };
    case 'outside':
      return {
        rule: imageMissing,
        message: `${name} is not in the folder of the issues`,
        hint: `copy it there, such as to issues/images/, and write images/${posix.basename(path)}`,
      };
    case 'large':
      return { rule: imageUnreadable, message: `${name} is larger than 50 MB`, hint: 'save it smaller' };
    case 'unreadable':
      return {
        rule: imageUnreadable,
        message: `${name} cannot be opened as a picture`,
        hint: 'save it as png or jpg',
      };
  }
}

function hintFor(path: string, others: readonly string[]): string {
  const meant = didYouMean(posix.basename(path), others);
  if (meant === undefined) return 'put it beside the issue, or write its path as seen from there';
  return `did you mean ${posix.join(posix.dirname(path), meant)}?`;
}
