import type { Finding } from '../../source/finding.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import type { SampledRule } from '../rule.ts';
import { type Sample, sampleEssay } from '../sample.ts';
import { toFinding } from '../to-finding.ts';
import { type Metadata, readMetadata } from './read-metadata.ts';

/** The head of a JPEG whose EXIF data has a position (GPSInfo), and of one that names the camera (Make). */
const withPosition = '/9j/4QAeRXhpZgAASUkqAAgAAAABACWIAAAAAAAAAAAAAP/aAAJwaXhlbHM=';
const withCamera = '/9j/4QAeRXhpZgAASUkqAAgAAAABAA8BAAAAAAAAAAAAAP/aAAJwaXhlbHM=';

const hint = 'save a copy without metadata: photo programs offer it when they export';

export const imageMetadata: SampledRule<PictureSample> = {
  name: 'image/metadata',
  severity: 'error',
  elsewhere: true,
  what: 'The file of a candidate’s picture holds anything besides the picture: where it was taken, whom it names, how it was made.',
  why: 'No picture is published with its metadata, but this file lies on disks and in backups, and tells who the person is.',
  fix: 'Save a copy without metadata, as photo programs offer when they export, or delete the picture.',
  samples: () => ({
    good: [
      shown(sampleEssay('![my desk](assets/desk.jpg)'), withPosition),
      shown(sampleCandidate('![a desk](https://penny.example/desk.jpg)'), withPosition),
    ],
    bad: [
      {
        sample: shown(sampleCandidate('![a desk](assets/c1.jpg)'), withPosition),
        finds: [
          {
            file: 'issues/assets/c1.jpg',
            at: '1:1-1:2',
            message: 'this picture tells where it was taken',
            hint,
          },
        ],
      },
      {
        sample: shown(sampleCandidate('![a desk](assets/c1.jpg)'), withCamera),
        finds: [
          {
            file: 'issues/assets/c1.jpg',
            at: '1:1-1:2',
            message: 'this picture tells how it was made',
            hint,
          },
        ],
      },
    ],
  }),
};

/** An issue that shows a picture. */
interface PictureSample extends Sample {
  /** The bytes of a JPEG in base64. */
  readonly picture: string;
}

function shown(sample: Sample, picture: string): PictureSample {
  return { ...sample, picture };
}

/** A picture that stands in a candidate's block. */
export interface CandidatePicture {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const words: Readonly<Record<Metadata, string>> = {
  position: 'where it was taken',
  person: 'whom it is by',
  other: 'how it was made',
};

/** What a candidate's picture tells. Whom and where is not said: it would stand on the screen. */
export function judgePicture({ file, bytes }: CandidatePicture): readonly Finding[] {
  const found = readMetadata(bytes);
  const told = (['position', 'person', 'other'] as const).filter((kind) => found.has(kind));
  if (told.length === 0) return [];
  const what = told.filter((kind) => kind !== 'other' || told.length === 1).map((kind) => words[kind]);
  const finding = toFinding(imageMetadata, file, {
    place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    message: `this picture tells ${what.join(' and ')}`,
    hint,
  });
  return [finding];
}
