import type { WrittenIssue } from '../../issue/issue.ts';
import { localPicturePath } from '../../issue/local-picture.ts';
import type { Place } from '../../source/place.ts';
import { candidatesOf } from '../candidates/active-candidates.ts';
import { findAddresses } from '../links/find-addresses.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';

/** A picture beside an issue, where the issue shows it. */
export interface PictureUse {
  /** As its author wrote it. */
  readonly address: string;
  /** The same as a path, relative to the issue's folder. */
  readonly path: string;
  /** Of the address. */
  readonly place: Place;
  readonly isOfCandidate: boolean;
}

/** The pictures of an issue that lie on this machine. */
export function findPictures(issue: WrittenIssue): readonly PictureUse[] {
  // Every image of markdown starts so, and most issues have none.
  if (!issue.source.includes('![')) return [];
  const ofCandidates = new Set(
    picturesOf(onlyBlocks(issue, candidatesOf(issue))).map(({ address }) => address),
  );
  return picturesOf(issue).map((use) => ({ ...use, isOfCandidate: ofCandidates.has(use.address) }));
}

function picturesOf(issue: WrittenIssue): readonly Omit<PictureUse, 'isOfCandidate'>[] {
  return findAddresses(issue).flatMap(({ kind, address, place }) => {
    const path = kind === 'image' ? localPicturePath(address) : undefined;
    return path === undefined ? [] : [{ address, path, place }];
  });
}
