import { posix } from 'node:path';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { Finding } from '../../source/finding.ts';
import type { SampledRule } from '../rule.ts';
import { type Sample, sampleEssay } from '../sample.ts';
import { toFinding } from '../to-finding.ts';
import { describePictureState, type PictureState } from './describe-picture-state.ts';
import { findPictures, type PictureUse } from './find-pictures.ts';

export const imageMissing: SampledRule<PictureStateSample> = {
  name: 'image/missing',
  severity: 'error',
  what: 'An image is a file, and there is none of that name in the folder of the issues.',
  why: 'Readers would see a hole where the picture belongs.',
  fix: 'Put the file below `issues/` and write its path as seen from the issue, such as `images/offers.png`.',
  samples: () => ({
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
  }),
};

export const imageUnreadable: SampledRule<PictureStateSample> = {
  name: 'image/unreadable',
  severity: 'error',
  what: 'The file of an image cannot be opened as a picture: it is another kind of file, it is damaged, or larger than 50 MB, 100 megapixels or 20,000 pixels on a side.',
  why: 'Neither a mail nor a page can show it.',
  fix: 'Save the picture as png or jpg; gif, webp, avif and tiff can be read, too.',
  samples: () => ({
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
  }),
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
    const trouble = describePictureState(stateOf(use) ?? { kind: 'shown' }, {
      ...use,
      home: 'the folder of the issues',
      wayHome: `copy it there, such as to issues/images/, and write images/${posix.basename(use.path)}`,
      remedy: 'put it beside the issue, or write its path as seen from there',
    });
    if (trouble === undefined) return [];
    const { isMissing, message, hint } = trouble;
    const rule = isMissing ? imageMissing : imageUnreadable;
    return [toFinding(rule, issue.file, { place: use.place, message, hint })];
  });
}
