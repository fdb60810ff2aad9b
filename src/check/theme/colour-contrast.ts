import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

export const colourContrast: SampledRule<ColourSample> = {
  name: 'mail/colour-contrast',
  severity: 'warning',
  elsewhere: true,
  what: 'A colour of the theme makes a text that can hardly be read: its contrast with what it stands on is below 4.5 to 1.',
  why: 'Every third reader over forty needs that much contrast (WCAG 2.2, 1.4.3), and everybody does in the sun.',
  fix: 'Write a darker text or a lighter ground; on dark screens the other way round.',
  samples: () => ({
    good: [sampleColours([])],
    bad: [
      {
        sample: sampleColours([{ scheme: 'light', ink: 'muted', surface: 'page', contrast: 2.317 }]),
        finds: [
          {
            at: '3:21-3:30',
            message: 'muted on page has a contrast of 2.3 on light screens',
            hint: 'text needs 4.5: write a darker muted, or a lighter page',
          },
        ],
      },
      {
        sample: sampleColours([{ scheme: 'dark', ink: 'roleInk', surface: 'roleTint', contrast: 4.47 }]),
        finds: [
          {
            at: '3:21-3:30',
            message: 'roleInk on roleTint has a contrast of 4.4 on dark screens',
            hint: 'text needs 4.5: write a lighter roleInk, or a darker roleTint',
          },
        ],
      },
      {
        sample: sampleColours([
          { scheme: 'light', ink: 'muted', surface: 'page', contrast: 2.3 },
          { scheme: 'light', ink: 'muted', surface: 'surface', contrast: 2.5 },
        ]),
        finds: [
          {
            at: '3:21-3:30',
            message:
              'muted on page has a contrast of 2.3, muted on surface has a contrast of 2.5 on light screens',
            hint: 'text needs 4.5: write a darker muted',
          },
        ],
      },
    ],
  }),
};

type Pair = Omit<FaintText, 'place'>;
type ColourSample = Sample & { readonly faint: readonly FaintText[] };

function sampleColours(pairs: readonly Pair[]): ColourSample {
  const excerpt = 'theme:\n  colors:\n    light: { muted: "#aaaaaa" }';
  const place = { line: 3, column: 21, endLine: 3, endColumn: 30 };
  const faint = pairs.map((pair) => ({ ...pair, place }));
  return { files: { 'newsletter.yaml': `${excerpt}\n` }, excerpt, faint };
}

/** A text of a theme that cannot be read on what it stands on. */
export interface FaintText {
  readonly scheme: 'light' | 'dark';
  readonly ink: string;
  readonly surface: string;
  /** From 1 to 21. */
  readonly contrast: number;
  /** Of the one of the two that is set in newsletter.yaml. */
  readonly place: Place;
}

/** Tells the author of a theme what cannot be read in it: once for each colour that is set, and the kind of screen. */
export function judgeColours(faint: readonly FaintText[]): readonly Finding[] {
  const bySetting = Map.groupBy(faint, ({ scheme, place }) => `${scheme} ${place.line}:${place.column}`);
  return Array.from(bySetting.values(), ([first, ...others]) =>
    first === undefined ? [] : [judge(first, others)],
  ).flat();
}

function judge(first: FaintText, others: readonly FaintText[]): Finding {
  const { scheme, ink, surface, place } = first;
  const [more, less] = scheme === 'light' ? ['darker', 'lighter'] : ['lighter', 'darker'];
  const remedies = [
    ...(others.every((other) => other.ink === ink) ? [`a ${more} ${ink}`] : []),
    ...(others.every((other) => other.surface === surface) ? [`a ${less} ${surface}`] : []),
  ];
  const pairs = [first, ...others].map(
    (pair) => `${pair.ink} on ${pair.surface} has a contrast of ${shown(pair)}`,
  );
  return toFinding(colourContrast, 'newsletter.yaml', {
    place,
    message: `${pairs.join(', ')} on ${scheme} screens`,
    hint: `text needs 4.5: write ${remedies.join(', or ')}`,
  });
}

/** Rounded down: 4.47 is not 4.5. */
function shown({ contrast }: FaintText): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}
