import type { WrittenIssue } from '../../issue/issue.ts';
import { findAddresses } from '../links/find-addresses.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';

/** A picture beside an issue, by the path that its author wrote, relative to the issue's folder. */
export interface PictureUse {
  readonly path: string;
  readonly isOfCandidate: boolean;
}

/** The pictures of an issue that lie on this machine. */
export function findPictures(issue: WrittenIssue): readonly PictureUse[] {
  const isCandidate = ({ kind }: WrittenIssue['blocks'][number]): boolean => kind === 'activeCandidate';
  const ofCandidates = onlyBlocks(issue, issue.blocks.filter(isCandidate));
  const others = {
    ...onlyBlocks(
      issue,
      issue.blocks.filter((block) => !isCandidate(block)),
    ),
    introduction: issue.introduction,
  };
  return [
    ...pathsIn(ofCandidates).map((path) => ({ path, isOfCandidate: true })),
    ...pathsIn(others).map((path) => ({ path, isOfCandidate: false })),
  ];
}

function pathsIn(issue: WrittenIssue): readonly string[] {
  return findAddresses(issue)
    .filter(({ kind, address }) => kind === 'image' && !/^(?:[a-z][a-z\d+.-]*:|\/|#|\?)/i.test(address))
    .map(({ address }) => address.replace(/[?#].*$/, ''));
}
