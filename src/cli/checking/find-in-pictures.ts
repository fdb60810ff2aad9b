import { posix } from 'node:path';
import type { PictureState } from '../../check/images/describe-picture-state.ts';
import { findPictures, type PictureUse } from '../../check/images/find-pictures.ts';
import { judgePicture } from '../../check/images/judge-picture.ts';
import { judgePictureFiles } from '../../check/images/judge-picture-file.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import { inspectPicture } from '../../pictures/picture-shape.ts';
import { pictureWithin } from '../../pictures/picture-within.ts';
import { readPictureFile } from '../../pictures/read-picture-file.ts';
import type { Finding } from '../../source/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What is wrong with the pictures beside these issues, and what candidates' would tell besides what they show. */
export async function findInPictures(
  workspace: Workspace,
  issues: readonly ParsedIssue[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { written } of issues)
    if (written !== undefined) findings.push(...(await look(workspace, written)));
  // A picture that is shown twice is told once.
  const once = findings.map((finding) => [JSON.stringify(finding), finding] as const);
  return [...new Map(once).values()];
}

async function look({ paths }: Workspace, issue: WrittenIssue): Promise<readonly Finding[]> {
  const states = new Map<string, PictureState>();
  const metadata: Finding[] = [];
  for (const use of findPictures(issue)) {
    const within = pictureWithin(issue.file, use.path);
    const found = readPictureFile(paths.issues, within);
    states.set(use.address, found.kind === 'file' ? await stateOf(found.bytes) : found);
    if (found.kind !== 'file' || !use.isOfCandidate) continue;
    metadata.push(...judgePicture({ file: posix.join('issues', within), bytes: found.bytes }));
  }
  return [...judgePictureFiles(issue, ({ address }: PictureUse) => states.get(address)), ...metadata];
}

/** Whether what was read is a picture. */
export async function stateOf(bytes: Uint8Array): Promise<PictureState> {
  return { kind: (await inspectPicture(bytes)) === undefined ? 'unreadable' : 'shown' };
}
