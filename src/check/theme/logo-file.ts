import { posix } from 'node:path';
import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import { describePictureState, type PictureState } from '../images/describe-picture-state.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

export const logoFile: SampledRule<LogoSample> = {
  name: 'mail/logo',
  severity: 'error',
  elsewhere: true,
  what: 'The logo of the theme is a file, and there is none of that name in the workspace, or it cannot be opened as a picture.',
  why: 'Every mail and every page would go without it.',
  fix: 'Save it as png or jpg and write its path as seen from newsletter.yaml, such as `brand/logo.png`.',
  samples: () => ({
    good: [sampleLogo('brand/logo.png', { kind: 'shown' })],
    bad: [
      {
        sample: sampleLogo('brand/logo.jpg', { kind: 'missing', others: ['logo.png'] }),
        finds: [
          {
            at: '1:23-1:37',
            message: 'there is no file “brand/logo.jpg”',
            hint: 'did you mean brand/logo.png?',
          },
        ],
      },
      {
        sample: sampleLogo('brand/logo.jpg', { kind: 'missing', others: [] }),
        finds: [
          {
            at: '1:23-1:37',
            message: 'there is no file “brand/logo.jpg”',
            hint: 'put it there, or write its path as seen from newsletter.yaml',
          },
        ],
      },
      {
        sample: sampleLogo('../brand.jpg', { kind: 'outside' }),
        finds: [
          {
            at: '1:23-1:35',
            message: '“../brand.jpg” is not in the folder of newsletter.yaml',
            hint: 'copy it there and write brand.jpg',
          },
        ],
      },
      {
        sample: sampleLogo('logo.svg', { kind: 'unreadable' }),
        finds: [
          {
            at: '1:23-1:31',
            message: '“logo.svg” cannot be opened as a picture',
            hint: 'save it as png or jpg',
          },
        ],
      },
      {
        sample: sampleLogo('logo.png', { kind: 'large' }),
        finds: [{ at: '1:23-1:31', message: '“logo.png” is larger than 50 MB', hint: 'save it smaller' }],
      },
    ],
  }),
};

interface LogoUse {
  /** As it is written. */
  readonly path: string;
  /** Where it stands in newsletter.yaml. */
  readonly place: Place;
  readonly state: PictureState;
}

type LogoSample = Sample & LogoUse;

function sampleLogo(path: string, state: PictureState): LogoSample {
  const excerpt = `theme: { logo: { src: ${path}, alt: penny } }`;
  const place = { line: 1, column: 23, endLine: 1, endColumn: 23 + path.length };
  return { files: { 'newsletter.yaml': `${excerpt}\n` }, excerpt, path, state, place };
}

/** What is wrong with a file of the logo. */
export function judgeLogo({ path, place, state }: LogoUse): readonly Finding[] {
  const trouble = describePictureState(state, {
    address: path,
    path,
    home: 'the folder of newsletter.yaml',
    wayHome: `copy it there and write ${posix.basename(path)}`,
    remedy: 'put it there, or write its path as seen from newsletter.yaml',
  });
  if (trouble === undefined) return [];
  const { message, hint } = trouble;
  return [toFinding(logoFile, 'newsletter.yaml', { place, message, hint })];
}
