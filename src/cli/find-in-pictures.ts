import { lstatSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { findPictures } from '../check/images/find-pictures.ts';
import { judgePicture } from '../check/images/judge-picture.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type { Finding } from '../source/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Bytes: no picture of a newsletter is larger. */
const mostBytes = 50_000_000;

/** What the pictures beside these issues would tell besides what they show. */
export function findInPictures({ folder }: Workspace, issues: readonly ParsedIssue[]): readonly Finding[] {
  const findings = issues
    .flatMap(({ written }) => written ?? [])
    .flatMap((issue) => findPictures(issue).map((picture) => ({ ...picture, issue })))
    .flatMap(({ path, isOfCandidate, issue }) => {
      const file = relative(folder, join(folder, dirname(issue.file), decoded(path)));
      const bytes = readPicture(folder, file);
      if (bytes === undefined) return [];
      return judgePicture({ file: file.replaceAll('\\', '/'), bytes, isOfCandidate });
    });
  // A picture that is shown twice is told once.
  return [...new Map(findings.map((finding) => [finding.file, finding])).values()];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Nothing outside the workspace is read, and no link is followed. */
function readPicture(folder: string, file: string): Uint8Array | undefined {
  const isOutside = file === '..' || file.startsWith(`..${sep}`) || isAbsolute(file);
  if (isOutside || file.includes('\0')) return undefined;
  try {
    const parts = file.split(sep).map((_, index, all) => join(folder, ...all.slice(0, index + 1)));
    if (parts.some((part) => lstatSync(part).isSymbolicLink())) return undefined;
    const status = lstatSync(join(folder, file));
    return status.isFile() && status.size <= mostBytes ? readFileSync(join(folder, file)) : undefined;
  } catch {
    return undefined;
  }
}
