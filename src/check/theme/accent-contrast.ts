import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

export const accentContrast: SampledRule<AccentSample> = {
  name: 'mail/accent-contrast',
  severity: 'note',
  elsewhere: true,
  what: 'The accent colour of the theme cannot be read on light surfaces, so links have a darker one.',
  why: 'Text needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3); many readers would not see the link to apply.',
  fix: 'Nothing needs to be done. To choose the colour yourself, write a darker one.',
  samples: () => ({
    good: [sampleAccent('#1652a8')],
    bad: [
      {
        sample: sampleAccent('#ffcc00'),
        finds: [
          {
            at: '1:18-1:27',
            message: '#ffcc00 has a contrast of 1.3 on light surfaces; links are #856a00 there',
            hint: 'write "#856a00", or another dark colour, to choose it yourself; in dark mode it is lightened',
          },
        ],
      },
    ],
  }),
};

type AccentSample = Sample & Pick<ShownAccent, 'written' | 'place'>;

function sampleAccent(written: string): AccentSample {
  const excerpt = `theme: { accent: "${written}" }`;
  const place = { line: 1, column: 18, endLine: 1, endColumn: 27 };
  return { files: { 'newsletter.yaml': `${excerpt}\n` }, excerpt, written, place };
}

/** The accent as it is written, and what readers get to see of it. Colours are `#rrggbb`. */
export interface ShownAccent {
  readonly written: string;
  readonly shown: string;
  /** The least contrast of the written colour with what text stands on, from 1 to 21. */
  readonly contrast: number;
  /** Where it stands in newsletter.yaml. */
  readonly place: Place;
}

/** Tells the author of a brand colour that is not shown as it is. */
export function judgeAccent({ written, shown, contrast, place }: ShownAccent): readonly Finding[] {
  if (written === shown) return [];
  const finding = toFinding(accentContrast, 'newsletter.yaml', {
    place,
    message: `${written} has a contrast of ${contrast.toFixed(1)} on light surfaces; links are ${shown} there`,
    hint: `write "${shown}", or another dark colour, to choose it yourself; in dark mode it is lightened`,
  });
  return [finding];
}
