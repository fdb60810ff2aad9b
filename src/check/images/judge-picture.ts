import type { Finding } from '../../source/finding.ts';
import type { RuleDescription } from '../rule.ts';
import { toFinding } from '../to-finding.ts';
import { type Metadata, readMetadata } from './read-metadata.ts';

export const imageMetadata: RuleDescription = {
  name: 'image/metadata',
  severity: 'error',
  elsewhere: true,
  what: 'A picture of an issue holds where it was taken or whom it names; a candidate’s picture holds anything besides itself.',
  why: 'Everybody who saves the picture can read it, and find the person.',
  fix: 'Save a copy without metadata, as photo programs offer when they export.',
};

/** A picture that an issue shows. */
export interface Picture {
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Whether it stands in a candidate's block. */
  readonly isOfCandidate: boolean;
}

const words: Readonly<Record<Metadata, string>> = {
  position: 'where it was taken',
  person: 'whom it is by',
  other: 'how it was made',
};

/** What must not leave the house with a picture. Whom and where is not said: it would stand on the screen. */
export function judgePicture({ file, bytes, isOfCandidate }: Picture): readonly Finding[] {
  const found = readMetadata(bytes);
  const told = (['position', 'person', 'other'] as const).filter((kind) => found.has(kind));
  if (told.length === 0 || (!isOfCandidate && told.every((kind) => kind === 'other'))) return [];
  const what = told.filter((kind) => kind !== 'other' || told.length === 1).map((kind) => words[kind]);
  const finding = toFinding(imageMetadata, file, {
    place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    message: `this picture tells ${what.join(' and ')}`,
    hint: 'save a copy without metadata: photo programs offer it when they export',
  });
  return [finding];
}
